package cn.zhengai.collector.intake;

import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.mapping.ReasonText;
import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.RowMapper;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.mapping.Verdicts;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.KeptRow;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One batch while its rows come in: appends readings in parts, keeps rejections in parts.
 *
 * <p>The ledger keeps rejections together with a receipt. The last part goes with the receipt of the batch itself;
 * earlier parts, of batches with very many rejections, go under receipts {@code <batch>#1}, {@code <batch>#2} ... that
 * count nothing of their own, so that totals over receipts stay right. For one thread.
 */
final class BatchInHand implements RowSource.Rows, Verdicts {
    /** Readings per append: large enough to share a commit, small enough to hold. */
    static final int READINGS_AT_ONCE = 40_000;
    /** Rejections per part. */
    static final int REJECTIONS_AT_ONCE = 5_000;
    /** Characters of rejected rows per part, about: rows may be long. */
    static final long CHARACTERS_AT_ONCE = 4_000_000;
    /** Rejections of one batch that are kept one by one; those beyond are counted. */
    static final int REJECTIONS_KEPT = 200_000;

    private final BatchHead head;
    private final String way;
    private final RowMapper mapper;
    private final Outcomes outcomes;
    private final Precedence precedence;
    private final MessageLog log;
    private final Intake intake;
    private final Optional<Changes> changes;
    private final Optional<String> reason;
    private final Waiting waiting = new Waiting();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
    private @Nullable Row current;
    private long rows;
    private long accepted;
    private long kept;
    private long characters;
    private int parts;
    private int acceptedInRow;
    private int rejectedInRow;
    private long newestAt = Long.MIN_VALUE;

    BatchInHand(BatchHead head, MappingPlan plan, Outcomes outcomes, Precedence precedence, Ends ends) {
        this.head = head;
        this.way = ends.way();
        this.mapper = plan.mapper(head.recordedAt(), this);
        this.outcomes = outcomes;
        this.precedence = precedence;
        this.log = ends.log();
        this.intake = ends.intake();
        this.changes = ends.changes();
        this.reason = ends.reason().or(plan::reason);
    }

    @Override
    public void row(Row row) {
        current = row;
        acceptedInRow = 0;
        rejectedInRow = 0;
        mapper.map(row);
        rows++;
        outcomes.judged(row.number(), acceptedInRow, rejectedInRow);
        if (waiting.size() >= READINGS_AT_ONCE) {
            append();
        }
    }

    @Override
    public void unreadable(int number, Reason because, String detail, String raw) {
        rows++;
        reject(new Rejection(head, number, because, detail, new KeptRow(way, raw, Map.of())));
        outcomes.judged(number, 0, 1);
    }

    @Override
    public void accepted(Reading reading, Optional<String> why) {
        Reading judged = precedence.judge(head.source(), reading);
        if (judged == null) {
            rejected(reading.row(), Reason.NOT_MASTER, precedence.why(reading));
            return;
        }
        waiting.add(judged, why.isEmpty() ? reason : kept(why.get()));
        acceptedInRow++;
        newestAt = Math.max(newestAt, reading.at());
    }

    private Optional<String> kept(String why) {
        skipped(Skip.REASON_CUT, ReasonText.isTooLong(why) ? 1 : 0);
        return Optional.of(ReasonText.cut(why));
    }

    @Override
    public void rejected(int row, Reason because, String detail) {
        rejectedInRow++;
        reject(new Rejection(head, row, because, detail, asItCame()));
    }

    private KeptRow asItCame() {
        return current == null ? KeptRow.of("") : new KeptRow(way, current.raw(), current.columns());
    }

    @Override
    public void empty(int row) {
        skipped(Skip.EMPTY_CELL, 1);
    }

    @Override
    public void skipped(Skip why, long count) {
        if (count > 0) {
            skipped.merge(why, count, Long::sum);
        }
    }

    private void reject(Rejection rejection) {
        reasons.merge(rejection.reason(), 1L, Long::sum);
        outcomes.rejected(rejection);
        if (kept >= REJECTIONS_KEPT) {
            skipped(Skip.NOT_KEPT, 1);
            return;
        }
        if (rejections.size() == REJECTIONS_AT_ONCE || characters > CHARACTERS_AT_ONCE) {
            keepPart();
        }
        rejections.add(rejection);
        characters += rejection.kept().size();
        kept++;
    }

    private void append() {
        BitSet sent = new BitSet();
        sent.set(0, waiting.size());
        changes.ifPresent(known -> sent.and(known.of(waiting.readings())));
        skipped(Skip.UNCHANGED, (long) waiting.size() - sent.cardinality());
        if (!sent.isEmpty()) {
            log.append(waiting.batches(head, sent));
        }
        accepted += sent.cardinality();
        waiting.clear();
    }

    private void keepPart() {
        parts++;
        BatchHead part = new BatchHead(head.id() + "#" + parts, head.source(), head.recordedAt(), head.history());
        intake.keep(new Receipt(part, 0, 0, Optional.empty(), ""), List.copyOf(rejections));
        rejections.clear();
        characters = 0;
    }

    /** Makes the rest durable: readings first, then the receipt. */
    Receipt close(Function<Tally, String> answer) {
        if (waiting.size() > 0) {
            append();
        }
        Tally tally = tally();
        Optional<Instant> newest = accepted == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newestAt));
        Receipt receipt = new Receipt(head, accepted, tally.rejections(), newest, answer.apply(tally));
        intake.keep(receipt, List.copyOf(rejections));
        return receipt;
    }

    /**
     * How rows came, and where they go.
     *
     * @param changes lets through what is not in force already; empty: everything
     * @param reason of rows that give none of their own
     */
    record Ends(String way, MessageLog log, Intake intake, Optional<Changes> changes, Optional<String> reason) {}

    Tally tally() {
        return new Tally(head, rows, accepted, reasons, skipped);
    }
}
