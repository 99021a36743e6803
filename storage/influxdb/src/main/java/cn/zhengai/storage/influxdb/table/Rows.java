package cn.zhengai.storage.influxdb.table;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Row;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.line.Tags;
import java.util.Map;

/** Rows of {@link #FIELD}, grouped by {@link #GROUPS}, as logged readings. One for each answer. */
public final class Rows {
    /** What a reading is made of, after the time. */
    public static final String FIELD = "\"logged\"";
    /** The same of the newest instant. */
    public static final String LAST = "last(\"logged\")";
    /** The tags that name a series. */
    public static final String GROUPS = "\"point\", \"subject\"";

    private static final int LOGGED = 1;

    private final SeriesIndex index;
    private final ReadingText text = new ReadingText();
    private Map<String, String> lastTags = Map.of();
    private Series last = Series.named("", "");

    public Rows(SeriesIndex index) {
        this.index = index;
    }

    /** Whose reading it is. */
    public Series series(Row row) {
        if (row.tags() != lastTags) {
            lastTags = row.tags();
            last = index.of(Tags.decoded(row.tag(Schema.POINT)), Tags.decoded(row.tag(Schema.SUBJECT)));
        }
        return last;
    }

    /** Its place in its partition. */
    public long seq(Row row) {
        return text.seq(row.text(LOGGED));
    }

    /** The instant it speaks about, milliseconds; of history too. */
    public static long at(Row row) {
        return Literals.millis(row.time());
    }

    /** It is of the history. */
    public static boolean isHistory(Row row) {
        return row.measurement().equals(Schema.HISTORY);
    }

    /** All of it. */
    public Logged logged(Row row) {
        return text.read(row.text(LOGGED), series(row), at(row));
    }
}
