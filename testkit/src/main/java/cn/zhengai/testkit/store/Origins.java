package cn.zhengai.testkit.store;

import cn.zhengai.core.port.Provenance.Dispute;
import cn.zhengai.core.port.Provenance.Supplied;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers about sources, counted one by one. */
final class Origins {
    private static final long DAY = 86_400_000;

    private Origins() {}

    private record Key(String source, String point, long day, long knownDay, boolean history) {}

    static List<Supplied> supplied(List<Logged> inForce, long offset) {
        Map<Key, List<Logged>> groups = inForce.stream()
                .collect(Collectors.groupingBy(l -> new Key(
                        l.head().source(),
                        l.reading().series().point(),
                        Math.floorDiv(l.reading().at() + offset, DAY),
                        Math.floorDiv(l.head().recordedAt().toEpochMilli() + offset, DAY),
                        l.head().history())));
        List<Supplied> all = new ArrayList<>();
        groups.forEach((k, rows) -> all.add(new Supplied(
                k.source,
                k.point,
                k.day,
                k.knownDay,
                k.history,
                rows.size(),
                rows.stream().map(l -> l.reading().series()).distinct().count(),
                rows.stream().mapToLong(Origins::lag).sum() / rows.size())));
        return all;
    }

    private static long lag(Logged logged) {
        return Math.max(
                0, logged.head().recordedAt().toEpochMilli() - logged.reading().at());
    }

    /** @param chains everything said about an instant, in the order of the log */
    static List<Dispute> disputes(List<List<Logged>> chains, int most) {
        return chains.stream()
                .map(Origins::lastWords)
                .filter(said -> said.stream().map(Origins::value).distinct().count() > 1)
                .map(Dispute::new)
                .sorted(Comparator.comparingLong(
                                (Dispute d) -> d.inForce().reading().at())
                        .reversed())
                .limit(most)
                .toList();
    }

    private static List<Logged> lastWords(List<Logged> chain) {
        Map<String, Logged> bySource = new LinkedHashMap<>();
        chain.forEach(l -> bySource.merge(l.head().source(), l, (a, b) -> b.prevailsOver(a) ? b : a));
        return bySource.values().stream()
                .sorted((a, b) -> a.prevailsOver(b) ? -1 : 1)
                .toList();
    }

    private static List<Long> value(Logged logged) {
        Reading r = logged.reading();
        return List.of(r.position(), r.numerator(), r.denominator());
    }
}
