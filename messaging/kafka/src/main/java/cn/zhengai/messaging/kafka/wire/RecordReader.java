package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records to readings. A value with {@code recordedAt} is one of our own collectors', judged before it was appended.
 * What others leave out: {@code source} is {@value #FOREIGN}, {@code batch} the record's {@link Place}, {@code row} 1,
 * the time of knowledge the record's timestamp; their readings are asked about ({@link Admission}) and must stand in the
 * partition of their series ({@link Partitioning}). For one thread.
 */
public final class RecordReader {
    /** Source of records that name none. */
    public static final String FOREIGN = "kafka";

    /** Longest value in bytes that is looked into. */
    private static final int LONGEST = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

    private final SeriesIndex index;
    private final Admission admission;
    private final Partitioning partitioning;
    private final OwnValue ownValue;
    private final Heads heads = new Heads();
    private final Fields fields = new Fields();

    public RecordReader(SeriesIndex index, Admission admission, Partitioning partitioning) {
        this.index = index;
        this.admission = admission;
        this.partitioning = partitioning;
        this.ownValue = new OwnValue(index);
    }

    /** @throws PortException when the rules could not be asked */
    public Decoded read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Decoded.Sound(logged(record));
        } catch (Unsound unsound) {
            return unsound.poison();
        } catch (PortException unavailable) {
            throw unavailable;
        } catch (RuntimeException defect) {
            // a mistake of ours must not stop the partition: the record is kept, and driven again once it is mended
            LOG.error("程序出错，无法判断 {}-{}@{} 的消息，按死信保存", record.topic(), record.partition(), record.offset(), defect);
            return new Decoded.Poison(Reason.UNREADABLE_ROW, "程序出错，原因见日志：" + defect);
        }
    }

    private Logged logged(ConsumerRecord<byte[], byte[]> record) throws Unsound {
        byte[] value = record.value();
        if (value == null) {
            throw new Unsound(Reason.UNREADABLE_ROW, "消息没有值。");
        }
        if (value.length > LONGEST) {
            throw new Unsound(Reason.ROW_TOO_LONG, "消息的值有 " + value.length + " 字节，最多 " + LONGEST + " 字节。");
        }
        Reading own = ownValue.read(value);
        BatchHead head = own == null ? null : heads.of(value, ownValue.tail());
        return own != null && head != null
                ? new Logged(record.offset() + 1, head, own)
                : parsed(record, value, own != null);
    }

    private Logged parsed(ConsumerRecord<byte[], byte[]> record, byte[] value, boolean looksOwn) throws Unsound {
        fields.read(value);
        String point = id(fields.point, Reason.NO_POINT, "point");
        String subject = id(fields.subject, Reason.NO_SUBJECT, "subject");
        boolean own = fields.recordedAt != null;
        Reading reading = reading(own ? index.of(point, subject) : Series.named(point, subject));
        BatchHead head = head(record);
        if (!own) {
            demandAdmitted(head, reading, record.partition());
            reading = reading.of(index.of(point, subject));
        }
        if (own && looksOwn) {
            heads.note(value, ownValue.tail(), head);
        }
        return new Logged(record.offset() + 1, head, reading);
    }

    private static String id(@Nullable String text, Reason missing, String name) throws Unsound {
        if (text == null || text.isBlank()) {
            throw new Unsound(missing, "缺少字段 " + name + "。");
        }
        if (text.indexOf('/') >= 0) {
            throw new Unsound(Reason.UNREADABLE_ROW, "字段 " + name + " 是“" + Fields.shown(text) + "”：编号里没有斜线。");
        }
        return text;
    }

    private Reading reading(Series series) throws Unsound {
        if (fields.at == null) {
            throw new Unsound(Reason.NO_INSTANT, "缺少字段 at。");
        }
        long at = fields.at;
        if (fields.numerator != null && fields.denominator != null) {
            return ratio(series, at, fields.numerator, fields.denominator).revised(fields.revision);
        }
        if (fields.numerator != null || fields.denominator != null) {
            throw new Unsound(Reason.NO_DENOMINATOR, "numerator 与 denominator 应同时给出。");
        }
        if (fields.value == null) {
            throw new Unsound(Reason.NO_VALUE, "缺少字段 value（比率类：numerator 与 denominator）。");
        }
        return Reading.plain(series, at, Figure.micros("value", fields.value), fields.row)
                .revised(fields.revision);
    }

    private Reading ratio(Series series, long at, String above, String below) throws Unsound {
        long numerator = Figure.micros("numerator", above);
        long denominator = Figure.micros("denominator", below);
        if (denominator <= 0) {
            throw new Unsound(Reason.BAD_DENOMINATOR, "denominator 是 " + Fields.shown(below) + "，应大于零。");
        }
        if (fields.position != null && fields.recordedAt != null) {
            return new Reading(series, at, fields.position, numerator, denominator, 0, fields.row);
        }
        OptionalInt scale = admission.scale(series.point());
        if (scale.isEmpty()) {
            throw refused(Reason.UNKNOWN_POINT, series);
        }
        try {
            return Reading.ratio(series, at, numerator, denominator, scale.getAsInt(), fields.row);
        } catch (ArithmeticException beyond) {
            throw new Unsound(Reason.TOO_LARGE, "numerator 与 denominator 的商超出可以表示的范围。");
        }
    }

    private void demandAdmitted(BatchHead head, Reading reading, int partition) throws Unsound {
        Optional<Reason> refusal = admission.refusal(head, reading);
        if (refusal.isPresent()) {
            throw refused(refusal.get(), reading.series());
        }
        int home = partitioning.of(reading.series());
        if (home != partition) {
            throw new Unsound(
                    Reason.MISPLACED,
                    "序列 " + reading.series() + " 应在分区 " + home + "，这条消息在分区 " + partition
                            + "：写入方的消息键应为“质控点/主体”，并使用 Java 客户端默认的分区算法（murmur2）。");
        }
    }

    private static Unsound refused(Reason reason, Series series) {
        return new Unsound(reason, reason.chinese() + "：" + Fields.shown(series.key()) + "。");
    }

    private BatchHead head(ConsumerRecord<byte[], byte[]> record) {
        String source = fields.source == null ? FOREIGN : fields.source;
        String batch = fields.batch == null
                ? new Place(record.topic(), record.partition(), record.offset()).toString()
                : fields.batch;
        Instant recordedAt =
                fields.recordedAt == null ? Instant.ofEpochMilli(Math.max(0, record.timestamp())) : fields.recordedAt;
        return new BatchHead(batch, source, recordedAt, fields.history, reason(fields.reason));
    }

    /** As far as a head has room for it; blank is none. */
    private static Optional<String> reason(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        boolean fits = text.codePointCount(0, text.length()) <= BatchHead.LONGEST_REASON;
        return Optional.of(fits ? text : text.substring(0, text.offsetByCodePoints(0, BatchHead.LONGEST_REASON)))
                .filter(cut -> !cut.isBlank());
    }
}
