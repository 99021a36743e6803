package cn.zhengai.collector.rejection;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.intake.IntakeMeter;
import cn.zhengai.collector.intake.Precedence;
import cn.zhengai.collector.intake.Tally;
import cn.zhengai.collector.lineprotocol.LineMapping;
import cn.zhengai.collector.lineprotocol.LineRows;
import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.mapping.ReasonText;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding;
import cn.zhengai.core.reading.RejectionStanding.Answer;
import cn.zhengai.core.reading.RejectionStanding.Status;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Maps kept rows again, by what is in force now. Decides what is to be appended and how rejections then stand. */
final class Resending {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WAY = "repair";
    private static final int DIGEST_BYTES = 6;

    private final IntakeDesk desk;

    Resending(IntakeDesk desk) {
        this.desk = desk;
    }

    /**
     * Nothing is kept yet.
     *
     * @param now of the new batches
     */
    void judge(List<OpenRow> rows, Words words, Instant now, Sent sent) {
        for (OpenRow row : rows) {
            if (row.columns.isEmpty()) {
                sent.untouched += row.open.size();
            } else {
                judge(row, words, now, sent);
            }
        }
    }

    private void judge(OpenRow row, Words words, Instant now, Sent sent) {
        Rejection origin = row.open.get(0).rejection();
        SourceMapping mapping = mapping(origin);
        MappingPlan plan = desk.plan(mapping);
        Judged judged = new Judged();
        plan.mapper(now, judged)
                .map(new ResentRow(
                        origin,
                        row.columns,
                        plan.columns(),
                        mapping.time(),
                        desk.catalogue().zone()));
        judged.yieldTo(sent.precedence, origin.head().source());
        judged.end();
        List<Reading> readings = judged.readings();
        String batch = readings.isEmpty() ? "" : batchId(row);
        if (!readings.isEmpty()) {
            BatchHead head = new BatchHead(
                    batch,
                    origin.head().source(),
                    now,
                    origin.head().history(),
                    Optional.of(reason(judged.reason().or(plan::reason), words)));
            sent.batches.add(new Batch(head, readings));
            sent.receipts.add(receipt(head, row, readings, words));
        }
        Answer answer = new Answer(words.by(), now, words.why(), batch);
        sent.add(origin.head().source(), judged.standings(row.open, row.columns, answer));
    }

    /** Who sent the row again and why, then what it says of itself. */
    private static String reason(Optional<String> own, Words words) {
        String again = "补报（" + words.by() + "）：" + words.why()
                + own.map(text -> "；" + text).orElse("");
        return ReasonText.cut(ReasonText.plain(again).orElse("补报"));
    }

    private SourceMapping mapping(Rejection origin) {
        SourceMapping declared = desk.mappingOf(origin.head().source());
        return isLine(origin) ? LineMapping.of(declared) : declared;
    }

    private static boolean isLine(Rejection origin) {
        return origin.kept().way().equals(LineRows.WAY);
    }

    /** The same row with the same cells under the same rules is the same batch. */
    private String batchId(OpenRow row) {
        MessageDigest sha = sha256();
        sha.update(desk.catalogue().digest().getBytes(StandardCharsets.UTF_8));
        new TreeMap<>(row.columns).forEach((column, text) -> {
            sha.update((column + "\u0000" + text + "\u0000").getBytes(StandardCharsets.UTF_8));
        });
        return WAY + "-" + row.open.get(0).id() + "-" + HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Receipt receipt(BatchHead head, OpenRow row, List<Reading> readings, Words words) {
        Rejection origin = row.open.get(0).rejection();
        String answer = JSON.createObjectNode()
                .put("batch", head.id())
                .put("rejection", row.open.get(0).id().toString())
                .put("of", origin.head().id())
                .put("row", origin.row())
                .put("by", words.by())
                .put("why", words.why())
                .put("accepted", readings.size())
                .toString();
        long newest = readings.stream().mapToLong(Reading::at).max().orElse(0);
        return new Receipt(head, readings.size(), 0, Optional.of(Instant.ofEpochMilli(newest)), answer);
    }

    /** A row with its open rejections, and the cells to send. */
    record OpenRow(List<Kept> open, Map<String, String> columns) {
        /** With the cells last sent, or as it came. */
        OpenRow asItIs() {
            return new OpenRow(open, open.get(0).standing().columns());
        }
    }

    /** What is to be kept. Closed when it is, or when that has failed. */
    static final class Sent implements AutoCloseable {
        private final Precedence precedence;
        private final List<Batch> batches = new ArrayList<>();
        private final List<Receipt> receipts = new ArrayList<>();
        private final Map<RejectionId, RejectionStanding> standings = new LinkedHashMap<>();
        private final Map<String, Long> repaired = new TreeMap<>();
        private final Map<String, Long> again = new TreeMap<>();
        private long untouched;

        private void add(String source, Map<RejectionId, RejectionStanding> now) {
            standings.putAll(now);
            now.values().forEach(one -> (one.status() == Status.OPEN ? again : repaired).merge(source, 1L, Long::sum));
        }

        Sent(Precedence precedence) {
            this.precedence = precedence;
        }

        @Override
        public void close() {
            precedence.close();
        }

        List<Batch> batches() {
            return batches;
        }

        List<Receipt> receipts() {
            return receipts;
        }

        Map<RejectionId, RejectionStanding> standings() {
            return standings;
        }

        void count(IntakeMeter meter) {
            repaired.forEach((source, count) -> meter.answered(source, Status.REPAIRED, count));
            again.forEach((source, count) -> meter.answered(source, Status.OPEN, count));
            for (Receipt one : receipts) {
                Tally tally = new Tally(one.head(), 1, one.accepted(), Map.of(), Map.of());
                meter.taken(tally, WAY, 0, Duration.ZERO);
            }
        }

        Resent outcome() {
            long readings = receipts.stream().mapToLong(Receipt::accepted).sum();
            return new Resent(sum(repaired), sum(again) + untouched, readings);
        }

        private static long sum(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
