package cn.zhengai.dashboards.fill;

import cn.zhengai.dashboards.grafana.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a variable offers.
 *
 * @param chosen one, or all of a variable that stands for all; empty when nothing is offered
 * @param missed what was asked for and is not there
 */
public record Offer(Variable variable, List<Option> options, List<Option> chosen, Optional<String> missed) {
    public Offer {
        options = List.copyOf(options);
        chosen = List.copyOf(chosen);
    }

    static Offer all(Variable variable, List<Option> options) {
        return new Offer(variable, options, options, Optional.empty());
    }

    static Offer first(Variable variable, List<Option> options) {
        return new Offer(variable, options, options.subList(0, Math.min(1, options.size())), Optional.empty());
    }

    /** It is offered as well where it was not. */
    static Offer one(Variable variable, List<Option> options, Option chosen) {
        List<Option> more = new ArrayList<>(options);
        if (!options.contains(chosen)) {
            more.add(0, chosen);
        }
        return new Offer(variable, more, List.of(chosen), Optional.empty());
    }

    /** What was asked for is not there. */
    Offer without(String value) {
        return new Offer(variable, options, chosen, Optional.of(value));
    }
}
