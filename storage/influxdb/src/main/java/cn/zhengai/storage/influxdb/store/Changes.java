package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.storage.influxdb.table.Chain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What changed between two states of knowledge: only an instant with a history can have changed. */
final class Changes {
    private static final Comparator<Change> LAST_FIRST = Comparator.comparingLong(
                    (Change change) -> change.after().seq())
            .reversed()
            .thenComparing(change -> change.after().reading().series().point())
            .thenComparing(change -> change.after().reading().series().subject());

    private final Scan scan;

    Changes(Scan scan) {
        this.scan = scan;
    }

    /** @param until what is known now, not beyond what is written */
    List<Change> page(ChangeQuery query, Knowledge until) {
        return all(query, until).stream()
                .sorted(LAST_FIRST)
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    List<ChangeCount> counts(ChangeQuery query, Knowledge until) {
        record Whose(String point, String source) {}
        Map<Whose, Long> counts = all(query, until).stream()
                .collect(Collectors.groupingBy(
                        change -> new Whose(
                                change.after().reading().series().point(),
                                change.after().head().source()),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> new ChangeCount(one.getKey().point, one.getKey().source, one.getValue()))
                .sorted(Comparator.comparing(ChangeCount::point).thenComparing(ChangeCount::source))
                .toList();
    }

    private List<Change> all(ChangeQuery query, Knowledge until) {
        List<Change> changes = new ArrayList<>();
        if (query.from() < query.to()) {
            for (String point : new TreeSet<>(query.points())) {
                scan.eachOfHistory(
                        Scopes.point(point, query.from(), query.to()),
                        until,
                        chain -> change(chain, query.since()).ifPresent(changes::add));
            }
        }
        return changes;
    }

    private Optional<Change> change(List<Logged> chain, Knowledge since) {
        Series series = chain.get(0).reading().series();
        long through = scan.through(since, series);
        Logged is = Chain.inForce(chain).orElseThrow();
        return Chain.inForce(chain.stream().filter(one -> one.seq() <= through).toList())
                .filter(was -> is.seq() > through && another(was.reading(), is.reading()))
                .map(was -> new Change(was, is));
    }

    private static boolean another(Reading was, Reading is) {
        return was.position() != is.position()
                || was.numerator() != is.numerator()
                || was.denominator() != is.denominator();
    }
}
