package cn.zhengai.collector.pull;

import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Cursors.Cursor;
import cn.zhengai.core.port.Cursors.RowDigest;
import cn.zhengai.core.port.Cursors.Span;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a source stands, in memory: its cursor, and the digests of the rows after it that were taken already. Always what
 * the ledger has, or thrown away. For one thread.
 */
final class Known {
    private Optional<Cursor> cursor;
    private final TreeMap<Long, LongMap> spans = new TreeMap<>();

    private Known(Optional<Cursor> cursor) {
        this.cursor = cursor;
    }

    static Known load(Cursors cursors, String source) {
        Known known = new Known(cursors.settled(source));
        known.cursor.ifPresent(c -> {
            for (Span span : cursors.spans(source, PulledRow.spanOf(c.instant()))) {
                for (RowDigest row : cursors.rows(source, span.start())) {
                    known.put(span.start(), row.id(), row.digest());
                }
            }
        });
        return known;
    }

    Optional<Cursor> cursor() {
        return cursor;
    }

    /** Was taken, with just these cells. */
    boolean has(PulledRow row) {
        LongMap span = spans.isEmpty() ? null : spans.get(row.span());
        if (span == null) {
            return false;
        }
        long id = Digest.of(row.id());
        return span.has(id) && span.get(id) == row.digest();
    }

    /** Another row of this id stands in the same span. */
    boolean hasOther(PulledRow row) {
        LongMap span = spans.get(row.span());
        return span != null && span.has(Digest.of(row.id()));
    }

    /** Digest of that other row. */
    long other(PulledRow row) {
        LongMap span = spans.get(row.span());
        return span == null ? 0 : span.get(Digest.of(row.id()));
    }

    void add(PulledRow row) {
        put(row.span(), row.id(), row.digest());
    }

    private void put(long span, String id, long digest) {
        spans.computeIfAbsent(span, start -> new LongMap()).put(Digest.of(id), digest);
    }

    /** Whole spans before the cursor are not asked for again. */
    void moved(Cursor to) {
        cursor = Optional.of(to);
        spans.headMap(PulledRow.spanOf(to.instant())).clear();
    }
}
