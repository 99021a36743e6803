package cn.zhengai.collector.pull;

import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Cursors.Correction;
import cn.zhengai.core.port.Cursors.Cursor;
import cn.zhengai.core.port.Cursors.RowDigest;
import cn.zhengai.core.port.Cursors.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The nightly comparison: count and sum of digests of every span before the cursor, the source's against what was taken.
 * Where they differ the span is read again, and rows that are missing or different are handed in. Finds what was
 * committed later than safety lag and overlap, and what was changed without its instant moving. Rows that are gone, and
 * stand in no later span either, are listed and otherwise left as they are.
 */
final class Comparison {
    private final SourceMapping mapping;
    private final Cursors cursors;
    private final HandIn handIn;
    private final Cursor cursor;
    private final long from;
    private final Instant at;
    private @Nullable LongMap latestSpans;
    private long fresh;
    private long vanished;

    /**
     * @param start the source's first instant
     * @param at time of this comparison, for the list
     */
    Comparison(SourceMapping mapping, Cursors cursors, HandIn handIn, long start, Instant at) {
        this.mapping = mapping;
        this.cursors = cursors;
        this.handIn = handIn;
        this.cursor = cursors.settled(mapping.id()).orElse(Cursor.startOf(start));
        this.from = start;
        this.at = at;
    }

    /** Compares the last days that {@code nightly} names. */
    Compared run(Source.Session session, Executor executor) {
        Pull pull = mapping.pull().orElseThrow();
        long first = PulledRow.spanOf(Math.max(from, Round.horizon(pull, session.now())));
        long end = PulledRow.spanOf(cursor.instant());
        if (first >= end) {
            return new Compared(0, 0, 0, 0);
        }
        Map<Long, Span> theirs = theirs(session, executor, first, end);
        Map<Long, Span> ours = new HashMap<>();
        cursors.spans(mapping.id(), first).stream()
                .filter(span -> span.start() < end && span.rows() > 0)
                .forEach(span -> ours.put(span.start(), span));
        Set<Long> all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        List<Long> differing = all.stream()
                .filter(span -> !java.util.Objects.equals(ours.get(span), theirs.get(span)))
                .toList();
        differing.forEach(span -> repair(session, executor, span));
        return new Compared(all.size(), differing.size(), fresh, vanished);
    }

    private Map<Long, Span> theirs(Source.Session session, Executor executor, long first, long end) {
        Map<Long, Span> spans = new TreeMap<>();
        try (ReadAhead rows = new ReadAhead(session.read(Cursor.startOf(first), end - 1), executor)) {
            for (List<PulledRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                for (PulledRow row : some) {
                    if (within(row, first, end)) {
                        spans.merge(row.span(), new Span(row.span(), 1, row.digest()), Comparison::sum);
                    }
                }
            }
        }
        return spans;
    }

    private boolean within(PulledRow row, long first, long end) {
        return row.instant() >= Math.max(first, from) && row.instant() < end;
    }

    private static Span sum(Span one, Span other) {
        return new Span(one.start(), one.rows() + other.rows(), one.digests() + other.digests());
    }

    private void repair(Source.Session session, Executor executor, long span) {
        Map<String, Long> left = new HashMap<>();
        cursors.rows(mapping.id(), span).forEach(row -> left.put(row.id(), row.digest()));
        List<RowDigest> now = new ArrayList<>();
        long end = span + PulledRow.SPAN;
        try (ReadAhead rows = new ReadAhead(session.read(Cursor.startOf(span), end - 1), executor)) {
            handIn.demandColumns(rows.columns());
            Page page = new Page(rows.columns());
            for (List<PulledRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                for (PulledRow row : some) {
                    if (within(row, span, end)) {
                        now.add(row.idAndDigest());
                        Long before = left.remove(row.id());
                        if (before == null || before != row.digest()) {
                            page.add(row);
                        }
                    }
                }
                if (page.isFull()) {
                    take(page);
                }
            }
            take(page);
        }
        List<String> gone =
                left.keySet().stream().filter(id -> !movedOn(id, span)).sorted().toList();
        vanished += gone.size();
        cursors.correct(new Correction(mapping.id(), span, now, gone, at));
    }

    private void take(Page page) {
        if (!page.isEmpty()) {
            fresh += page.rows().size();
            handIn.take(page, "n" + Long.toString(cursor.instant(), Character.MAX_RADIX));
            page.clear();
        }
    }

    /** The row was changed and stands in a later span now. */
    private boolean movedOn(String id, long span) {
        LongMap latest = latestSpans == null ? readLatestSpans() : latestSpans;
        latestSpans = latest;
        return latest.get(Digest.of(id)) > span;
    }

    private LongMap readLatestSpans() {
        LongMap latest = new LongMap();
        for (Span span : cursors.spans(mapping.id(), Long.MIN_VALUE)) {
            cursors.rows(mapping.id(), span.start()).forEach(row -> latest.put(Digest.of(row.id()), span.start()));
        }
        return latest;
    }
}
