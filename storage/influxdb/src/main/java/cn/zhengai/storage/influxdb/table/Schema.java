package cn.zhengai.storage.influxdb.table;

/**
 * Names. Measurement {@code reading} has the reading in force of every series and instant, {@code reading_history} every
 * reading of an instant that has more than one. A point's tags are {@code part}, {@code point} and {@code subject}; its
 * only field has all the rest, for each costs the engine as much as all tags together. What people look at is published apart.
 */
public final class Schema {
    /** In force; time is the instant the reading speaks about. */
    public static final String READING = "reading";
    /** Of instants with more than one reading all; time is the instant and a slot in nanoseconds, {@link Slots}. */
    public static final String HISTORY = "reading_history";
    /** How far a partition is written; time is the number itself, so that a late writer cannot set it back. */
    public static final String RECORDED = "recorded";
    /** How far the log had come when a batch was recorded; time is that instant. */
    public static final String PLACE = "log_place";
    /** The farthest place of an hour; time is its beginning. */
    public static final String PLACE_HOUR = "log_place_hour";

    public static final String PART = "part";
    public static final String POINT = "point";
    public static final String SUBJECT = "subject";

    /** The reading, exactly and with its evidence: {@link ReadingText}. */
    public static final String LOGGED = "logged";
    /** Of a partition. */
    public static final String SEQ = "seq";

    private Schema() {}

    /** A statement about the points of some measurements, grouped by tags. */
    public static String select(String fields, String from, String where, String groupBy) {
        return "SELECT " + fields + " FROM " + from + (where.isEmpty() ? "" : " WHERE " + where)
                + (groupBy.isEmpty() ? "" : " GROUP BY " + groupBy);
    }
}
