package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.nio.charset.StandardCharsets;

/**
 * Readings of our own collectors as JSON. Always the same fields in the same order, what belongs to the batch last, so
 * that records of one batch end alike: {@link RecordReader} makes use of that. For one thread.
 */
public final class ValueWriter {
    private final Text text = new Text();

    /** Key of a record: the series, {@code point/subject} in UTF-8. */
    public static byte[] key(Series series) {
        return series.key().getBytes(StandardCharsets.UTF_8);
    }

    /** What the values of all readings of a batch end with. */
    public byte[] tail(BatchHead head) {
        text.clear().ascii(",\"source\":").quoted(head.source());
        text.ascii(",\"batch\":").quoted(head.id());
        text.ascii(",\"recordedAt\":\"").ascii(head.recordedAt().toString());
        text.ascii(head.history() ? "\",\"history\":true" : "\"");
        head.reason().ifPresent(why -> text.ascii(",\"reason\":").quoted(why));
        return text.ascii("}").copy();
    }

    /** @param tail of the reading's batch */
    public byte[] value(Reading reading, byte[] tail) {
        text.clear().ascii("{\"point\":").quoted(reading.series().point());
        text.ascii(",\"subject\":").quoted(reading.series().subject());
        text.ascii(",\"at\":").number(reading.at());
        if (reading.isRatio()) {
            text.ascii(",\"numerator\":").micros(reading.numerator());
            text.ascii(",\"denominator\":").micros(reading.denominator());
            text.ascii(",\"position\":").number(reading.position());
        } else {
            text.ascii(",\"value\":").micros(Math.floorDiv(reading.position(), 2));
        }
        if (reading.revision() != 0) {
            text.ascii(",\"revision\":").number(reading.revision());
        }
        return text.ascii(",\"row\":").number(reading.row()).raw(tail).copy();
    }
}
