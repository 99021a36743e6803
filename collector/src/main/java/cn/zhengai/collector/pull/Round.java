package cn.zhengai.collector.pull;

import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Cursors.Added;
import cn.zhengai.core.port.Cursors.Advance;
import cn.zhengai.core.port.Cursors.Cursor;
import cn.zhengai.core.port.Cursors.RowDigest;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One round over a source. Reads everything after the cursor up to the source's own clock less the safety lag, and hands
 * in what is new or changed. The cursor never comes nearer to the present than safety lag and overlap: what follows it is
 * read again in every round, and known rows are passed over. It moves only after what was read is durable; ids and
 * digests of the rows move with it in one transaction, so a stop at any point repeats work and loses nothing.
 */
final class Round {
    private final SourceMapping mapping;
    private final Pull pull;
    private final Cursors cursors;
    private final Known known;
    private final HandIn handIn;
    private final Cursor start;
    private final long until;
    /** What is older is taken as committed. */
    private final long settled;
    /** First span whose rows are kept for comparing. */
    private final long keepFrom;

    private long read;
    private long fresh;

    /** @param now the source's clock */
    Round(SourceMapping mapping, Cursors cursors, Known known, HandIn handIn, long start, long now) {
        this.mapping = mapping;
        this.pull = mapping.pull().orElseThrow();
        this.cursors = cursors;
        this.known = known;
        this.handIn = handIn;
        this.start = known.cursor().orElse(Cursor.startOf(start));
        this.until = now - micros(pull.pace().safetyLag());
        this.settled = until - micros(pull.pace().overlap());
        this.keepFrom = PulledRow.spanOf(Math.min(settled, horizon(pull, until)));
    }

    /** First instant that is compared at night. */
    static long horizon(Pull pull, long until) {
        int days = pull.nightly().map(Pull.Nightly::days).orElse(0);
        return until - TimeUnit.DAYS.toMicros(days);
    }

    static long micros(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }

    /** @param enough asked between pages of old rows: end here, there is more */
    PullCount run(Source.Session session, Executor executor, BooleanSupplier enough) {
        PulledRow last = null;
        try (ReadAhead rows = new ReadAhead(session.read(start, until), executor)) {
            handIn.demandColumns(rows.columns());
            Page page = new Page(rows.columns());
            for (List<PulledRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                for (PulledRow row : some) {
                    demandOrder(last, row);
                    last = row;
                    consider(row, page);
                }
                if (last != null && page.isFull()) {
                    keep(page, reached(last.place()));
                    if (last.instant() < settled && enough.getAsBoolean()) {
                        return count(false);
                    }
                }
            }
            keep(page, reached(null));
            return count(true);
        }
    }

    private PullCount count(boolean complete) {
        return new PullCount(read, fresh, handIn.accepted(), handIn.rejected(), complete);
    }

    private void consider(PulledRow row, Page page) {
        if (row.instant() > until || row.instant() < start.instant()) {
            return;
        }
        read++;
        if (!known.has(row)) {
            page.add(row);
        }
    }

    private void demandOrder(@Nullable PulledRow last, PulledRow row) {
        if (last == null || read == 0 || row.instant() > last.instant()) {
            return;
        }
        if (row.instant() < last.instant() || !follows(last.id(), row.id())) {
            throw new PortException(
                    Trouble.REFUSED,
                    "来源“" + mapping.id() + "”的查询没有按时间列、编号列排序，或编号有重复：编号 " + row.id() + " 排在编号 " + last.id()
                            + " 之后。请在查询最后写 ORDER BY " + pull.watermark().instant() + ", "
                            + pull.watermark().id() + "，并保证同一时间的编号不重复。");
        }
    }

    /** How texts are ordered is the database's own affair: there only the same id twice is found out. */
    private boolean follows(String before, String id) {
        if (!pull.watermark().numbered() || before.startsWith("-") || id.startsWith("-")) {
            return !id.equals(before);
        }
        return id.length() > before.length() || (id.length() == before.length() && id.compareTo(before) > 0);
    }

    /** The cursor once everything up to a place was taken, or everything there is when null; it never goes back. */
    private Cursor reached(@Nullable Cursor last) {
        Cursor to = last != null && last.instant() < settled ? last : Cursor.startOf(settled);
        Cursor from = known.cursor().orElse(start);
        boolean back = to.instant() < from.instant()
                || (to.instant() == from.instant() && to.id().isEmpty());
        return back ? from : to;
    }

    private void keep(Page page, Cursor to) {
        if (!page.isEmpty()) {
            Cursor from = known.cursor().orElse(start);
            handIn.take(page, Long.toString(from.instant(), Character.MAX_RADIX));
        }
        Advance advance = new Advance(mapping.id(), known.cursor(), to, added(page), keepFrom);
        cursors.keep(advance);
        fresh += page.rows().size();
        page.clear();
        known.moved(to);
    }

    /** By span, and known from here on. */
    private List<Added> added(Page page) {
        Map<Long, Growth> spans = new TreeMap<>();
        for (PulledRow row : page.rows()) {
            if (row.span() >= keepFrom) {
                spans.computeIfAbsent(row.span(), span -> new Growth()).add(row);
            }
        }
        return spans.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList();
    }

    /** A span on the way to being kept. */
    private final class Growth {
        private final List<RowDigest> rows = new ArrayList<>();
        private long more;
        private long change;

        void add(PulledRow row) {
            rows.add(row.idAndDigest());
            more += known.hasOther(row) ? 0 : 1;
            change += row.digest() - known.other(row);
            if (row.instant() >= settled) {
                known.add(row);
            }
        }

        Added of(long span) {
            return new Added(span, rows, more, change);
        }
    }
}
