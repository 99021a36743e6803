package cn.zhengai.testkit.store;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was logged of every series and instant, in the order of the log, each reading counted once: of a run of the same
 * readings within one revision only the first is kept, for the others say nothing new. A value that comes back after
 * another one (90, 95, 90) is news and kept. Not safe for use by many threads.
 */
final class Chains {
    private final Map<Series, NavigableMap<Long, List<Logged>>> bySeries = new TreeMap<>((a, b) -> {
        int byPoint = a.point().compareTo(b.point());
        return byPoint != 0 ? byPoint : a.subject().compareTo(b.subject());
    });

    void add(Logged logged) {
        List<Logged> chain =
                of(logged.reading().series()).computeIfAbsent(logged.reading().at(), at -> new ArrayList<>());
        for (int i = chain.size() - 1; i >= 0; i--) {
            if (chain.get(i).reading().revision() == logged.reading().revision()) {
                if (chain.get(i).reading().sameAs(logged.reading())) {
                    return;
                }
                break;
            }
        }
        chain.add(logged);
    }

    private NavigableMap<Long, List<Logged>> of(Series series) {
        return bySeries.computeIfAbsent(series, s -> new TreeMap<>());
    }

    List<Series> series() {
        return List.copyOf(bySeries.keySet());
    }

    /** Chains of a series by instant; empty when it has none. */
    NavigableMap<Long, List<Logged>> instants(Series series) {
        return bySeries.getOrDefault(series, new TreeMap<>());
    }

    /** The one that prevails among those known; empty when all came later. */
    static Optional<Logged> inForce(List<Logged> chain, Predicate<Logged> known) {
        return chain.stream().filter(known).reduce((a, b) -> b.prevailsOver(a) ? b : a);
    }
}
