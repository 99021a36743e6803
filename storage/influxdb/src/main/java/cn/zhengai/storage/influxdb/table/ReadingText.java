package cn.zhengai.storage.influxdb.table;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A logged reading but for its series and instant, as one text: seq, position, numerator and denominator of a ratio, row,
 * revision, and of its batch second and nanosecond of recording, whether it is history, the lengths of id and source, then
 * id, source and reason without anything in between. For example {@code 3 180000000 17 0 1772409600 500000000 0 7 2
 * batch-1jw}, or {@code 3 180000000:45000000:50000000 17 ...} for a ratio. One text, for each field costs the engine as much as all tags
 * together, and it shows the fields of a point one after the other while it is written.
 *
 * <p>Remembers the head read last, for neighbours share it; not safe for use by many threads.
 */
final class ReadingText {
    private static final char GAP = ' ';
    private static final char OF = ':';

    private String text = "";
    private int at;
    private String lastText = "";
    private BatchHead lastHead = new BatchHead("", "", Instant.EPOCH, false);

    static String of(Logged logged) {
        Reading reading = logged.reading();
        BatchHead head = logged.head();
        Instant recorded = head.recordedAt();
        StringBuilder to =
                new StringBuilder(96).append(logged.seq()).append(GAP).append(reading.position());
        if (reading.isRatio()) {
            to.append(OF).append(reading.numerator()).append(OF).append(reading.denominator());
        }
        return to.append(GAP)
                .append(reading.row())
                .append(GAP)
                .append(reading.revision())
                .append(GAP)
                .append(recorded.getEpochSecond())
                .append(GAP)
                .append(recorded.getNano())
                .append(head.history() ? " 1 " : " 0 ")
                .append(head.id().length())
                .append(GAP)
                .append(head.source().length())
                .append(GAP)
                .append(head.id())
                .append(head.source())
                .append(head.reason().orElse(""))
                .toString();
    }

    /** The place in its partition. */
    long seq(String logged) {
        text = logged;
        at = 0;
        return number();
    }

    /** All of it. */
    Logged read(String logged, Series series, long instant) {
        long seq = seq(logged);
        long position = number();
        boolean ratio = text.charAt(at - 1) == OF;
        long numerator = ratio ? number() : 0;
        long denominator = ratio ? number() : 0;
        int row = whole();
        long revision = number();
        return new Logged(seq, head(), new Reading(series, instant, position, numerator, denominator, revision, row));
    }

    private BatchHead head() {
        int length = text.length() - at;
        if (length == lastText.length() && text.startsWith(lastText, at)) {
            return lastHead;
        }
        String own = text.substring(at);
        try {
            Instant recordedAt = Instant.ofEpochSecond(number(), number());
            boolean history = number() == 1;
            int id = whole();
            int source = whole();
            String words = text.substring(at);
            String reason = words.substring(id + source);
            lastHead = new BatchHead(
                    words.substring(0, id),
                    words.substring(id, id + source),
                    recordedAt,
                    history,
                    reason.isEmpty() ? Optional.empty() : Optional.of(reason));
        } catch (StringIndexOutOfBoundsException | DateTimeException broken) {
            throw corrupt(broken);
        }
        lastText = own;
        return lastHead;
    }

    private int whole() {
        try {
            return Math.toIntExact(number());
        } catch (ArithmeticException broken) {
            throw corrupt(broken);
        }
    }

    /** The number at hand; then the place is behind the gap or colon that ends it. */
    private long number() {
        int end = at;
        while (end < text.length() && text.charAt(end) != GAP && text.charAt(end) != OF) {
            end++;
        }
        if (end == text.length()) {
            throw corrupt(new StringIndexOutOfBoundsException(end));
        }
        try {
            long value = Long.parseLong(text, at, end, 10);
            at = end + 1;
            return value;
        } catch (NumberFormatException broken) {
            throw corrupt(broken);
        }
    }

    private PortException corrupt(RuntimeException broken) {
        return new PortException(Trouble.CORRUPT, "时序库中有一条采集值无法读取：“" + text + "”。可能已损坏，请从备份恢复，或从 Kafka 重新写入。", broken);
    }
}
