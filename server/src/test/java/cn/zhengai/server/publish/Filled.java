package cn.zhengai.server.publish;

import cn.zhengai.dashboards.fill.Choice;
import cn.zhengai.dashboards.fill.Filling;
import cn.zhengai.dashboards.fill.Offer;
import cn.zhengai.dashboards.fill.Option;
import cn.zhengai.dashboards.fill.Span;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries of one dashboard with variables and macros filled in, asked of a real InfluxDB. */
final class Filled {
    private static final int PIXELS = 1_440;

    private final Dashboard dashboard;
    private Span span;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Filled(Dashboard dashboard, Span span) {
        this.dashboard = dashboard;
        this.span = span;
    }

    /** Every variable is what Grafana would choose first. */
    static Filled of(Dashboard dashboard, Influx influx, Instant now) {
        Duration back = dashboard.from().equals("now-24h") ? Duration.ofDays(1) : Duration.ofDays(365);
        Filled filled = new Filled(dashboard, Span.back(back, now));
        filled.values.putAll(filled.choice(influx).values());
        return filled;
    }

    private Choice choice(Influx influx) {
        Map<String, String> asked = new LinkedHashMap<>();
        values.forEach((name, of) -> of.stream().findFirst().ifPresent(value -> asked.put(name, value)));
        return Choice.of(dashboard, asked, span, influx.source());
    }

    /** The same of another span. */
    Filled over(Instant from, Instant until) {
        span = new Span(from, until);
        return this;
    }

    /** The same with one variable another; the others stay. */
    Filled with(String variable, String value) {
        values.put(variable, List.of(value));
        return this;
    }

    /** What a variable offers, in its order; at least one. */
    static List<String> options(Variable variable, Filled filled, Influx influx) {
        Offer offer = filled.choice(influx).offers().stream()
                .filter(o -> o.variable().equals(variable))
                .findFirst()
                .orElseThrow();
        if (offer.options().isEmpty()) {
            throw new AssertionError("nothing to choose: " + variable.name());
        }
        return offer.options().stream().map(Option::value).toList();
    }

    String query(String query) {
        return new Filling(values, Map.of(), span, span.interval(PIXELS)).query(query);
    }
}
