package cn.zhengai.dashboards.fill;

import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is chosen of a dashboard's variables, and of what. */
public record Choice(List<Offer> offers, Span span) {
    public Choice {
        offers = List.copyOf(offers);
    }

    /**
     * Chooses one variable after the other, for the later follow from the earlier; what is no longer offered falls back to
     * the first.
     *
     * @param asked values by variable
     * @throws cn.zhengai.core.port.PortException as {@link ResultSource#ask}
     */
    public static Choice of(Dashboard dashboard, Map<String, String> asked, Span span, ResultSource source) {
        Choice choice = new Choice(List.of(), span);
        for (Variable variable : dashboard.variables()) {
            String query = choice.filling(Duration.ofMinutes(1)).query(variable.query());
            List<Option> options = Options.of(variable, source.ask(query));
            List<Offer> more = new ArrayList<>(choice.offers);
            more.add(Offer.of(variable, options, Optional.ofNullable(asked.get(variable.name()))));
            choice = new Choice(more, span);
        }
        return choice;
    }

    /** What is chosen, by variable. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        offers.forEach(offer ->
                offer.chosen().ifPresent(o -> values.put(offer.variable().name(), o.value())));
        return values;
    }

    /** Fills in what is chosen. */
    public Filling filling(Duration interval) {
        Map<String, String> texts = new LinkedHashMap<>();
        offers.forEach(offer ->
                offer.chosen().ifPresent(o -> texts.put(offer.variable().name(), o.text())));
        return new Filling(values(), texts, span, interval);
    }
}
