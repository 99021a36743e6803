package cn.zhengai.dashboards.point;

import cn.zhengai.core.measure.Fraction;
import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One point. Another of the same measurement, tags and time takes its place.
 *
 * @param tags by name; every tag of the measurement, none blank
 * @param fields by name, at least one
 * @param nanos since the epoch
 */
public record Point(Measurement measurement, Map<String, String> tags, Map<String, FieldValue> fields, long nanos) {
    private static final long NANOS = 1_000_000L;

    /** @throws IllegalArgumentException when it is not as the measurement says */
    public Point {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        if (!tags.keySet().equals(measurement.tags()) || tags.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("tags of " + measurement.name() + ": " + tags);
        }
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a point of " + measurement.name() + " without fields");
        }
        fields.forEach((name, value) -> {
            if (measurement.fields().get(name) != value.kind()) {
                throw new IllegalArgumentException(
                        "no such field of " + measurement.name() + ": " + name + " " + value);
            }
        });
    }

    /** Nanoseconds of a millisecond. */
    public static long nanosOf(long millis) {
        return Math.multiplyExact(millis, NANOS);
    }

    /** A point to be filled. */
    public static Draft of(Measurement measurement) {
        return new Draft(measurement);
    }

    /** A point being filled; for one thread. */
    public static final class Draft {
        private final Measurement measurement;
        private final Map<String, String> tags = new TreeMap<>();
        private final Map<String, FieldValue> fields = new LinkedHashMap<>();

        private Draft(Measurement measurement) {
            this.measurement = measurement;
        }

        public Draft tag(String name, String value) {
            tags.put(name, value.isBlank() ? "-" : value);
            return this;
        }

        public Draft text(String name, String value) {
            return put(name, new FieldValue.Text(value));
        }

        public Draft whole(String name, long value) {
            return put(name, new FieldValue.Whole(value));
        }

        public Draft truth(String name, boolean value) {
            return put(name, new FieldValue.Truth(value));
        }

        public Draft decimal(String name, double value) {
            return put(name, new FieldValue.Decimal(value));
        }

        /** Cut to two decimals, as people are shown it. */
        public Draft cut(String name, Fraction value) {
            return decimal(name, value.cut(2).doubleValue());
        }

        /** Absent when empty. */
        public Draft cut(String name, Optional<Fraction> value) {
            value.ifPresent(v -> cut(name, v));
            return this;
        }

        private Draft put(String name, FieldValue value) {
            fields.put(name, value);
            return this;
        }

        /** Something can be said at all. */
        public boolean filled() {
            return fields.values().stream().anyMatch(v -> v.kind() != FieldKind.TEXT);
        }

        public Point at(long millis) {
            return atNanos(nanosOf(millis));
        }

        public Point at(Instant instant) {
            return at(instant.toEpochMilli());
        }

        public Point atNanos(long nanos) {
            return new Point(measurement, tags, fields, nanos);
        }
    }
}
