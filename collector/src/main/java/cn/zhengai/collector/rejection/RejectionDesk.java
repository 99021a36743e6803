package cn.zhengai.collector.rejection;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.intake.IntakeMeter;
import cn.zhengai.collector.intake.Precedence;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.port.Intake.Settlement;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding;
import cn.zhengai.core.reading.RejectionStanding.Answer;
import cn.zhengai.core.reading.RejectionStanding.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends rejected rows again, or dismisses them. What is sent again goes the way of every reading: durable in the log
 * first, then receipt and standing in one transaction of the ledger. A stop in between leaves the rejection open; doing
 * the same again sends the same batch, whose readings count once. One row is one batch, named after the rejection and
 * what is sent, and its readings keep the number of the row they came from. A row with several rejections is sent as a
 * whole and they are dealt with together. Safe for use by many threads, one at a time.
 */
public final class RejectionDesk {
    /** Rows per append and transaction. */
    static final int ROWS_AT_ONCE = 500;
    /** Rejections dealt with by one call, at most. */
    static final int REJECTIONS_AT_ONCE = 20_000;

    private final Intake intake;
    private final MessageLog log;
    private final InstantSource time;
    private final IntakeMeter meter;
    private final Resending resending;
    private final Supplier<Precedence> precedences;
    private final Function<String, SourceMapping> mappings;
    private final ReentrantLock lock = new ReentrantLock();

    /** @param desk whose mappings and catalogue are in force */
    public RejectionDesk(IntakeDesk desk, MessageLog log, Intake intake, InstantSource time) {
        this.intake = intake;
        this.log = log;
        this.time = time;
        this.meter = desk.meter();
        this.resending = new Resending(desk);
        this.precedences = desk::precedence;
        this.mappings = desk::mappingOf;
    }

    /**
     * Puts a row right and sends it again.
     *
     * @param edited new texts by column; columns that are not named stay as they are, a blank text empties one
     * @throws DeskRefused when there is no such rejection, it is not open, or the row could not be taken apart and
     *     nothing is given
     * @throws cn.zhengai.core.port.PortException when log or ledger fail; doing the same again is harmless
     */
    public Resent repair(RejectionId id, Map<String, String> edited, Words words) throws DeskRefused {
        lock.lock();
        try {
            Kept one = openOne(id);
            Map<String, String> columns = new LinkedHashMap<>(one.standing().columns());
            columns.putAll(edited);
            if (columns.isEmpty()) {
                throw new DeskRefused(DeskRefused.Cause.NO_COLUMNS, id + " 的原文没能分出各列，无法直接重发。请按来源映射的列名给出整行的各列。");
            }
            return send(List.of(row(id, columns)), words);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends rows again as they are, through mapping and catalogue in force; those that could not be taken apart stay open
     * untouched.
     *
     * @throws DeskRefused when one is unknown or not open: then nothing is sent
     */
    public Resent retry(List<RejectionId> ids, Words words) throws DeskRefused {
        lock.lock();
        try {
            for (RejectionId id : ids) {
                openOne(id);
            }
            return sendAll(ids, words);
        } finally {
            lock.unlock();
        }
    }

    /**
     * As {@link #retry(List, Words)}, for the open ones among those looked for, newest first, {@link #REJECTIONS_AT_ONCE}
     * at most from its offset on.
     */
    public Resent retry(Query query, Words words) {
        lock.lock();
        try {
            List<RejectionId> ids = new ArrayList<>();
            Query open = query.standing(Status.OPEN);
            int most = Math.min(query.limit(), REJECTIONS_AT_ONCE);
            while (ids.size() < most) {
                int next = Math.min(ROWS_AT_ONCE, most - ids.size());
                List<Kept> page = intake.find(open.page(query.offset() + ids.size(), next));
                page.forEach(one -> ids.add(one.id()));
                if (page.size() < next) {
                    break;
                }
            }
            return sendAll(ids, words);
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is done about a row, for a reason. The row stays readable. */
    public Kept dismiss(RejectionId id, Words words) throws DeskRefused {
        lock.lock();
        try {
            Kept one = openOne(id);
            RejectionStanding before = one.standing();
            Answer answer = new Answer(words.by(), time.instant(), words.why(), "");
            RejectionStanding now = new RejectionStanding(
                    Status.DISMISSED, before.reason(), before.detail(), before.columns(), Optional.of(answer));
            intake.settle(new Settlement(List.of(), Map.of(id, now)));
            meter.answered(one.rejection().head().source(), Status.DISMISSED, 1);
            return new Kept(id, one.rejection(), now);
        } finally {
            lock.unlock();
        }
    }

    private Kept openOne(RejectionId id) throws DeskRefused {
        Kept one = find(id).orElseThrow(() -> new DeskRefused(DeskRefused.Cause.UNKNOWN, "没有拒收记录 " + id + "。"));
        RejectionStanding standing = one.standing();
        if (standing.status() != Status.OPEN) {
            String who = standing.answer().map(Answer::by).orElse("");
            throw new DeskRefused(
                    DeskRefused.Cause.SETTLED, id + " " + standing.status().chinese() + "（" + who + "），没有再次处理。");
        }
        return one;
    }

    /** What a source declares now. */
    public SourceMapping mappingOf(String source) {
        return mappings.apply(source);
    }

    /** One rejection, whatever became of it. */
    public Optional<Kept> find(RejectionId id) {
        return intake.ofRow(id).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private Resending.OpenRow row(RejectionId id, Map<String, String> columns) {
        List<Kept> open = intake.ofRow(id).stream()
                .filter(one -> one.standing().status() == Status.OPEN)
                .toList();
        return new Resending.OpenRow(open, columns);
    }

    private Resent sendAll(List<RejectionId> ids, Words words) {
        Resent all = Resent.NOTHING;
        Map<RejectionId, Resending.OpenRow> rows = new LinkedHashMap<>();
        for (RejectionId id : ids) {
            Resending.OpenRow row = row(id, Map.of());
            if (!row.open().isEmpty()) {
                rows.putIfAbsent(row.open().get(0).id(), row.asItIs());
            }
            if (rows.size() == ROWS_AT_ONCE) {
                all = all.and(send(List.copyOf(rows.values()), words));
                rows.clear();
            }
        }
        return all.and(send(List.copyOf(rows.values()), words));
    }

    private Resent send(List<Resending.OpenRow> rows, Words words) {
        Instant now = time.instant();
        try (Resending.Sent sent = new Resending.Sent(precedences.get())) {
            resending.judge(rows, words, now, sent);
            if (!sent.batches().isEmpty()) {
                log.append(sent.batches());
            }
            if (!sent.standings().isEmpty()) {
                intake.settle(new Settlement(sent.receipts(), sent.standings()));
            }
            sent.count(meter);
            return sent.outcome();
        }
    }
}
