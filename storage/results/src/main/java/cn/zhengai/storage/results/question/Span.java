package cn.zhengai.storage.results.question;

/**
 * From when until when, both included.
 *
 * @param from nanoseconds since the epoch; {@link #FIRST} when nothing is said
 * @param until {@link #LAST} when nothing is said
 */
public record Span(long from, long until) {
    /** The first instant InfluxDB knows. */
    public static final long FIRST = Long.MIN_VALUE + 2;

    /** The last. */
    public static final long LAST = Long.MAX_VALUE - 1;

    public static final Span ALL = new Span(FIRST, LAST);

    /** Both bounds are said. */
    public boolean bounded() {
        return from != FIRST && until != LAST;
    }

    public Span within(Span other) {
        return new Span(Math.max(from, other.from), Math.min(until, other.until));
    }
}
