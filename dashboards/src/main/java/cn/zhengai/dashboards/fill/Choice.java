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
    private static final String ASKED = "asked";

    public Choice {
        offers = List.copyOf(offers);
    }

    /**
     * Chooses one variable after the other, for the later follow from the earlier; what is not there falls back to the first,
     * and is told as missed.
     *
     * @param asked values by variable
     * @throws cn.zhengai.core.port.PortException as {@link ResultSource#ask}
     */
    public static Choice of(Dashboard dashboard, Map<String, String> asked, Span span, ResultSource source) {
        Choice choice = new Choice(List.of(), span);
        for (Variable variable : dashboard.variables()) {
            List<Offer> more = new ArrayList<>(choice.offers);
            more.add(choice.offer(variable, Optional.ofNullable(asked.get(variable.name())), source));
            choice = new Choice(more, span);
        }
        return choice;
    }

    private Offer offer(Variable variable, Optional<String> asked, ResultSource source) {
        Filling filling = filling(Duration.ofMinutes(1));
        List<Option> options = Options.of(variable, source.ask(filling.query(variable.query())));
        if (variable.all()) {
            return Offer.all(variable, options);
        }
        Offer first = Offer.first(variable, options);
        return asked.map(value -> found(options, value)
                        .or(() -> beyond(variable, value, filling, source))
                        .map(option -> Offer.one(variable, options, option))
                        .orElseGet(() -> first.without(value)))
                .orElse(first);
    }

    private static Optional<Option> found(List<Option> options, String value) {
        return options.stream().filter(o -> o.value().equals(value)).findFirst();
    }

    private static Optional<Option> beyond(Variable variable, String value, Filling filling, ResultSource source) {
        return variable.beyond().isEmpty()
                ? Optional.empty()
                : found(
                        Options.of(
                                variable, source.ask(filling.with(ASKED, value).query(variable.beyond()))),
                        value);
    }

    /** What is chosen, by variable; nothing of those that offer nothing. */
    public Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        offers.stream()
                .filter(offer -> !offer.chosen().isEmpty())
                .forEach(offer -> values.put(
                        offer.variable().name(),
                        offer.chosen().stream().map(Option::value).toList()));
        return values;
    }

    /** Fills in what is chosen. */
    public Filling filling(Duration interval) {
        Map<String, String> texts = new LinkedHashMap<>();
        offers.forEach(offer -> offer.chosen().stream()
                .findFirst()
                .ifPresent(o -> texts.put(offer.variable().name(), o.text())));
        return new Filling(values(), texts, span, interval);
    }
}
