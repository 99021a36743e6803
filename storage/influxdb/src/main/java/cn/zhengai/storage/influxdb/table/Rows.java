package cn.zhengai.storage.influxdb.table;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Row;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.line.Tags;
import java.util.Map;

/** Rows of {@link #FIELDS}, grouped by {@link #GROUPS}, as logged readings. One for each answer. */
public final class Rows {
    /** What a whole reading is made of, after the time. */
    public static final String FIELDS = "\"position\", \"seq\", \"numerator\", \"denominator\", \"evidence\"";
    /** The tags that name a series. */
    public static final String GROUPS = "\"point\", \"subject\"";

    private static final int POSITION = 1;
    private static final int SEQ = 2;
    private static final int NUMERATOR = 3;
    private static final int DENOMINATOR = 4;
    private static final int EVIDENCE = 5;

    private final SeriesIndex index;
    private final EvidenceText evidence = new EvidenceText();
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
    public static long seq(Row row) {
        return row.number(SEQ);
    }

    /**
     * Do its fields belong together? While a point is written a question may see some of them, or some of the one before:
     * then it is newer than what was known when the question was asked.
     */
    public static boolean whole(Row row) {
        return EvidenceText.fits(
                row.text(EVIDENCE),
                row.number(SEQ),
                row.number(POSITION),
                row.number(NUMERATOR),
                row.number(DENOMINATOR));
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
        evidence.read(row.text(EVIDENCE));
        int rowInBatch = evidence.row();
        long revision = evidence.revision();
        Reading reading = new Reading(
                series(row),
                at(row),
                row.number(POSITION),
                row.number(NUMERATOR),
                row.number(DENOMINATOR),
                revision,
                rowInBatch);
        return new Logged(row.number(SEQ), evidence.head(), reading);
    }
}
