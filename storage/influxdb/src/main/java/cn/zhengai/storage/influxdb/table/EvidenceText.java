package cn.zhengai.storage.influxdb.table;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a reading came from, as one text: a sum over place and value, row, revision, and of its batch second and nanosecond of recording, whether it is
 * history, the lengths of id and source, then id, source and reason without anything in between. For example {@code 90210
 * 17 0 1772409600 500000000 0 7 2 batch-1jw}. The engine shows the fields of a point one after the other while it is
 * written: by the sum a reader sees that they belong together. Remembers the head read last, for neighbours share it; not safe for use by many
 * threads.
 */
final class EvidenceText {
    private static final String GAP = " ";

    private String text = "";
    private int at;
    private String lastText = "";
    private BatchHead lastHead = new BatchHead("", "", Instant.EPOCH, false);

    static String of(Logged logged) {
        BatchHead head = logged.head();
        Instant recorded = head.recordedAt();
        long second = recorded.getEpochSecond();
        int nano = recorded.getNano();
        return sum(
                        logged.seq(),
                        logged.reading().position(),
                        logged.reading().numerator(),
                        logged.reading().denominator())
                + GAP
                + logged.reading().row()
                + GAP
                + logged.reading().revision()
                + GAP
                + second
                + GAP
                + nano
                + (head.history() ? " 1 " : " 0 ")
                + head.id().length()
                + GAP
                + head.source().length()
                + GAP
                + head.id()
                + head.source()
                + head.reason().orElse("");
    }

    private static int sum(long seq, long position, long numerator, long denominator) {
        long mixed = ((seq * 31 + position) * 31 + numerator) * 31 + denominator;
        return (int) (mixed ^ mixed >>> Integer.SIZE) & Integer.MAX_VALUE;
    }

    /** Was this text written with these fields? */
    static boolean fits(String evidence, long seq, long position, long numerator, long denominator) {
        String sum = sum(seq, position, numerator, denominator) + GAP;
        return evidence.startsWith(sum);
    }

    /** Begins to read one; what is asked then comes in the order of the text, after the sum. */
    void read(String evidence) {
        text = evidence;
        at = evidence.indexOf(GAP) + 1;
    }

    int row() {
        return Math.toIntExact(number());
    }

    long revision() {
        return number();
    }

    BatchHead head() {
        int length = text.length() - at;
        if (length == lastText.length() && text.startsWith(lastText, at)) {
            return lastHead;
        }
        String own = text.substring(at);
        try {
            Instant recordedAt = Instant.ofEpochSecond(number(), number());
            boolean history = number() == 1;
            int id = Math.toIntExact(number());
            int source = Math.toIntExact(number());
            String words = text.substring(at);
            String reason = words.substring(id + source);
            lastHead = new BatchHead(
                    words.substring(0, id),
                    words.substring(id, id + source),
                    recordedAt,
                    history,
                    reason.isEmpty() ? Optional.empty() : Optional.of(reason));
        } catch (StringIndexOutOfBoundsException | DateTimeException | ArithmeticException broken) {
            throw corrupt(broken);
        }
        lastText = own;
        return lastHead;
    }

    private long number() {
        int end = text.indexOf(GAP, at);
        try {
            long value = Long.parseLong(text, at, end < 0 ? text.length() : end, 10);
            at = end + 1;
            return value;
        } catch (NumberFormatException | IndexOutOfBoundsException broken) {
            throw corrupt(broken);
        }
    }

    private PortException corrupt(RuntimeException broken) {
        return new PortException(Trouble.CORRUPT, "时序库中有一条采集值的来源无法读取：" + text, broken);
    }
}
