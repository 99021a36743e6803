package cn.zhengai.server.publish;

import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries with variables and macros filled in, as Grafana does it. */
final class Filled {
    private static final Pattern LABEL = Pattern.compile("(.+)\\|(.+)");
    private final Map<String, String> values = new LinkedHashMap<>();
    private String span = "";
    private String interval = "";

    private Filled(Instant from, Instant until) {
        over(from, until);
    }

    /** The same of another span. */
    Filled over(Instant from, Instant until) {
        this.span = "time >= " + from.toEpochMilli() + "ms and time <= " + until.toEpochMilli() + "ms";
        this.interval = Math.max(60, Duration.between(from, until).toSeconds() / 1440) + "s";
        return this;
    }

    /** Every variable is what Grafana would choose first. */
    static Filled of(Dashboard dashboard, Influx influx, Instant now) {
        Duration back = dashboard.from().equals("now-24h") ? Duration.ofDays(1) : Duration.ofDays(365);
        Filled filled = new Filled(now.minus(back), now);
        for (Variable variable : dashboard.variables()) {
            filled.values.put(variable.name(), options(variable, filled, influx).get(0));
        }
        return filled;
    }

    /** The same with one variable another. */
    Filled with(String variable, String value) {
        values.put(variable, value);
        return this;
    }

    String value(String variable) {
        return values.getOrDefault(variable, "");
    }

    /** What a variable offers, in its order; at least one. */
    static List<String> options(Variable variable, Filled filled, Influx influx) {
        Set<String> answers = new LinkedHashSet<>();
        influx.ask(filled.query(variable.query()))
                .forEach(answer ->
                        answer.rows().forEach(row -> answers.add(row.path(1).asText())));
        List<String> options = new ArrayList<>(answers);
        if (variable.order() != Variable.Order.AS_FOUND) {
            Comparator<String> rising = Comparator.naturalOrder();
            options.sort(variable.order() == Variable.Order.RISING ? rising : rising.reversed());
        }
        if (options.isEmpty()) {
            throw new AssertionError("nothing to choose: " + variable.name() + " by " + filled.query(variable.query()));
        }
        return options.stream().map(Filled::value0).toList();
    }

    private static String value0(String label) {
        Matcher matcher = LABEL.matcher(label);
        return matcher.matches() ? matcher.group(2) : label;
    }

    String query(String query) {
        String filled = query.replace("$timeFilter", span).replace("$__interval", interval);
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(
                            "${" + value.getKey() + ":regex}",
                            value.getValue().replaceAll("([/.*+?^${}()|\\[\\]\\\\-])", "\\\\$1"))
                    .replace("${" + value.getKey() + ":raw}", value.getValue())
                    .replaceAll("\\$\\{?" + value.getKey() + "\\b\\}?", Matcher.quoteReplacement(value.getValue()));
        }
        return filled;
    }
}
