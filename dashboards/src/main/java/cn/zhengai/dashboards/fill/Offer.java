package cn.zhengai.dashboards.fill;

import cn.zhengai.dashboards.grafana.Variable;
import java.util.List;
import java.util.Optional;

/**
 * What a variable offers.
 *
 * @param chosen empty when nothing is offered
 */
public record Offer(Variable variable, List<Option> options, Optional<Option> chosen) {
    public Offer {
        options = List.copyOf(options);
    }

    /** The option with this value, else the first. */
    static Offer of(Variable variable, List<Option> options, Optional<String> asked) {
        Optional<Option> chosen = asked.flatMap(value ->
                        options.stream().filter(o -> o.value().equals(value)).findFirst())
                .or(() -> options.stream().findFirst());
        return new Offer(variable, options, chosen);
    }
}
