package cn.zhengai.storage.influxdb.client;

import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.line.Tags;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Points to take away: of a measurement, whose tags have these values, within a span.
 *
 * @param tags names of ours, values of anybody
 * @param first in nanoseconds
 * @param last in nanoseconds, still in it
 */
public record Deletion(String measurement, Map<String, String> tags, long first, long last) {
    public Deletion {
        tags = Map.copyOf(tags);
    }

    OffsetDateTime start() {
        return time(first);
    }

    OffsetDateTime stop() {
        return time(last);
    }

    /** In the words of release 2. */
    String predicate() {
        return tags.entrySet().stream()
                .map(tag -> equal(tag.getKey(), Tags.encoded(tag.getValue())))
                .collect(Collectors.joining(" AND ", equal("_measurement", measurement) + " AND ", ""));
    }

    /** In InfluxQL. */
    String statement() {
        return tags.entrySet().stream()
                .map(tag -> Literals.is(tag.getKey(), tag.getValue()))
                .collect(Collectors.joining(
                        " AND ",
                        "DELETE FROM \"" + measurement + "\" WHERE ",
                        " AND time >= " + first + " AND time <= " + last));
    }

    private static String equal(String name, String value) {
        return name + "=\"" + value.replace("\"", "\\\"") + "\"";
    }

    private static OffsetDateTime time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .atOffset(ZoneOffset.UTC);
    }
}
