package cn.zhengai.storage.influxdb.line;

import java.util.Collection;
import java.util.stream.Collectors;

/** Parts of a condition in InfluxQL. */
public final class Literals {
    /** The first instant that InfluxDB holds and takes in every statement, in nanoseconds: in 1677. */
    public static final long FIRST = Long.MIN_VALUE + 2_000_000_000L;

    /** The last one: in 2262. */
    public static final long LAST = Long.MAX_VALUE - 2_000_000_000L;

    private static final long NANOS = 1_000_000;

    private Literals() {}

    /** A tag has this value. */
    public static String is(String tag, String value) {
        return "\"" + tag + "\" = '" + Tags.encoded(value).replace("'", "\\'") + "'";
    }

    /** A tag has one of these values. */
    public static String in(String tag, Collection<String> values) {
        return values.stream().map(value -> is(tag, value)).collect(Collectors.joining(" OR ", "(", ")"));
    }

    /**
     * Instants of a span in milliseconds; empty when it has no bounds that matter.
     *
     * @param until first instant no longer wanted
     */
    public static String span(long from, long until) {
        StringBuilder text = new StringBuilder();
        if (from > FIRST / NANOS) {
            text.append(" AND time >= ").append(nanos(from));
        }
        if (until < LAST / NANOS) {
            text.append(" AND time < ").append(nanos(until));
        }
        return text.toString();
    }

    /** Milliseconds as nanoseconds, within what InfluxDB holds. */
    public static long nanos(long millis) {
        return Math.max(FIRST / NANOS, Math.min(LAST / NANOS, millis)) * NANOS;
    }

    /** InfluxDB can hold this instant, and any nanosecond of it. */
    public static boolean holds(long millis) {
        return millis > FIRST / NANOS && millis < LAST / NANOS;
    }

    /** The millisecond an instant in nanoseconds is of. */
    public static long millis(long nanos) {
        return Math.floorDiv(nanos, NANOS);
    }
}
