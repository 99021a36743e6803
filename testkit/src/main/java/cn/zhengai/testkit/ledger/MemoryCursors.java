package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cursors and rows in maps. */
final class MemoryCursors implements Cursors {
    private final Map<String, Kept> sources = new HashMap<>();

    private static final class Kept {
        Optional<Cursor> cursor = Optional.empty();
        Optional<Instant> comparedAt = Optional.empty();
        final TreeMap<Long, Map<String, Long>> rows = new TreeMap<>();
        final TreeMap<Long, Span> spans = new TreeMap<>();
        final Map<String, Vanished> vanished = new HashMap<>();

        void add(Added added) {
            Map<String, Long> there = rows.computeIfAbsent(added.start(), start -> new HashMap<>());
            added.rows().forEach(row -> there.put(row.id(), row.digest()));
            added.rows().forEach(row -> vanished.remove(row.id()));
            Span before = spans.getOrDefault(added.start(), new Span(added.start(), 0, 0));
            spans.put(
                    added.start(),
                    new Span(added.start(), before.rows() + added.more(), before.digests() + added.change()));
        }
    }

    private Kept of(String source) {
        return sources.computeIfAbsent(source, name -> new Kept());
    }

    @Override
    public synchronized Optional<Cursor> settled(String source) {
        return of(source).cursor;
    }

    @Override
    public synchronized void keep(Advance advance) {
        Kept kept = of(advance.source());
        if (!kept.cursor.equals(advance.from())) {
            throw new PortException(Trouble.STALE, "来源 " + advance.source() + " 的拉取进度已被另一个进程推进");
        }
        kept.cursor = Optional.of(advance.to());
        advance.added().forEach(kept::add);
        kept.rows.headMap(advance.forgetBefore()).clear();
        kept.spans.headMap(advance.forgetBefore()).clear();
    }

    @Override
    public synchronized List<Span> spans(String source, long from) {
        return List.copyOf(of(source).spans.tailMap(from).values());
    }

    @Override
    public synchronized List<RowDigest> rows(String source, long span) {
        return of(source).rows.getOrDefault(span, Map.of()).entrySet().stream()
                .map(e -> new RowDigest(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public synchronized void correct(Correction correction) {
        Kept kept = of(correction.source());
        kept.rows.remove(correction.span());
        kept.spans.remove(correction.span());
        if (!correction.rows().isEmpty()) {
            long digests =
                    correction.rows().stream().mapToLong(RowDigest::digest).sum();
            kept.add(new Added(
                    correction.span(), correction.rows(), correction.rows().size(), digests));
        }
        correction
                .vanished()
                .forEach(id -> kept.vanished.putIfAbsent(id, new Vanished(id, correction.span(), correction.at())));
    }

    @Override
    public synchronized void compared(String source, Instant at) {
        of(source).comparedAt = Optional.of(at);
    }

    @Override
    public synchronized Optional<Instant> comparedAt(String source) {
        return of(source).comparedAt;
    }

    @Override
    public synchronized List<Vanished> vanished(String source, int most) {
        List<Vanished> all = new ArrayList<>(of(source).vanished.values());
        all.sort(Comparator.comparing(Vanished::foundAt)
                .reversed()
                .thenComparing(Vanished::span)
                .thenComparing(Vanished::id));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }
}
