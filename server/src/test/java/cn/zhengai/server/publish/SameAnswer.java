package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhengai.dashboards.answer.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is an answer of ours the one of InfluxDB? Everything is compared to the letter but decimals that are sums, or made of
 * sums: InfluxDB adds them in an order of its own, so their last digits may differ.
 */
final class SameAnswer {
    private static final double LAST_DIGITS = 1e-12;

    private SameAnswer() {}

    static void demand(String query, List<Influx.Answer> expected, List<Answer> given) {
        assertThat(given).as(query).hasSameSizeAs(expected);
        for (int i = 0; i < given.size(); i++) {
            Influx.Answer theirs = expected.get(i);
            Answer ours = given.get(i);
            assertThat(ours.measurement()).as(query).isEqualTo(theirs.name());
            assertThat(ours.tags()).as(query).isEqualTo(tags(theirs.tags()));
            assertThat(ours.columns()).as(query).isEqualTo(theirs.columns());
            assertThat(ours.rows()).as(query + " " + ours.tags()).hasSameSizeAs(theirs.rows());
            for (int row = 0; row < ours.rows().size(); row++) {
                row(
                        query + " row " + row + " of " + ours.tags(),
                        theirs.rows().get(row),
                        ours.rows().get(row));
            }
        }
    }

    private static Map<String, String> tags(JsonNode tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.properties().forEach(tag -> map.put(tag.getKey(), tag.getValue().asText()));
        return map;
    }

    private static void row(String as, JsonNode theirs, List<@Nullable Object> ours) {
        assertThat(ours).as(as + " " + theirs).hasSize(theirs.size());
        for (int column = 0; column < ours.size(); column++) {
            value(as + ": " + theirs + " but " + ours, theirs.get(column), ours.get(column));
        }
    }

    private static void value(String as, JsonNode theirs, @Nullable Object ours) {
        if (theirs.isNull() || ours == null) {
            assertThat(ours == null && theirs.isNull()).as(as).isTrue();
        } else if (theirs.isTextual()) {
            assertThat(ours).as(as).isEqualTo(theirs.textValue());
        } else if (theirs.isBoolean()) {
            assertThat(ours).as(as).isEqualTo(theirs.booleanValue());
        } else if (ours instanceof Long whole) {
            assertThat(theirs.isIntegralNumber()).as(as).isTrue();
            assertThat(whole).as(as).isEqualTo(theirs.longValue());
        } else {
            double expected = theirs.doubleValue();
            assertThat((Double) ours).as(as).isCloseTo(expected, within(Math.abs(expected) * slack(as)));
        }
    }

    private static double slack(String query) {
        return query.contains("mean(") || query.contains("sum(") ? LAST_DIGITS : 0;
    }
}
