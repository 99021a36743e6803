package cn.zhengai.storage.duckdb.table;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows a question is about: a condition on {@code series} and {@code instant}, of log, settled and superseded
 * alike.
 *
 * @param text with {@code $1}, {@code $2} ... for the values
 */
public record Filter(String text, List<Object> values) {
    public Filter {
        values = List.copyOf(values);
    }

    /** One series, from the first instant until before the second. */
    public static Filter of(int series, long from, long until) {
        return new Filter("series = $1 AND instant >= $2 AND instant < $3", List.of(series, from, until));
    }

    /** One series at one instant. */
    public static Filter at(int series, long instant) {
        return new Filter("series = $1 AND instant = $2", List.of(series, instant));
    }

    public static Filter ofIds(Collection<Integer> ids) {
        return new Filter(
                "series IN (" + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")", List.of());
    }

    public static Filter idsFrom(int first, int last) {
        return new Filter("series BETWEEN " + first + " AND " + last, List.of());
    }

    /** This and a span of instants. */
    public Filter between(long from, long until) {
        return new Filter(text + " AND instant >= " + literal(from) + " AND instant < " + literal(until), values);
    }

    /** This and the series of some points; only for a filter without values. */
    public Filter ofPoints(Collection<String> points) {
        StringBuilder places = new StringBuilder("$1");
        for (int i = 2; i <= points.size(); i++) {
            places.append(", $").append(i);
        }
        return new Filter(
                text + " AND series IN (SELECT id FROM series WHERE point IN (" + places + "))", List.copyOf(points));
    }

    /** The smallest number has no literal of its own: its digits alone are too large. */
    private static String literal(long number) {
        return number == Long.MIN_VALUE ? "(-9223372036854775807 - 1)" : "(" + number + ")";
    }
}
