package cn.zhengai.alerting.warner;

import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What store and ledger know of some series, asked for in one call each. */
final class Recall {
    private final Ports ports;
    private final Map<Series, List<Logged>> history;
    private final int size;

    private Recall(Ports ports, List<Logged> all) {
        this.ports = ports;
        this.size = all.size();
        this.history = all.stream()
                .collect(Collectors.groupingBy(logged -> logged.reading().series()));
    }

    /** @param asOf leaves out what was logged later */
    static Recall of(Ports ports, Collection<Series> series, Knowledge asOf) {
        return new Recall(
                ports,
                series.isEmpty() || asOf.equals(Knowledge.NONE)
                        ? List.of()
                        : ports.store().history(series, asOf));
    }

    /** Everything ever logged of the series, by seq. */
    List<Logged> readings(Series series) {
        return history.getOrDefault(series, List.of());
    }

    /** Number of readings of all series. */
    int size() {
        return size;
    }

    /** By series key: threshold warnings that are not withdrawn, by raising instant. */
    Map<String, List<Warning>> warnings(Collection<Series> series) {
        if (series.isEmpty()) {
            return Map.of();
        }
        return ports.ledger().ofSeries(series.stream().map(Series::key).toList()).stream()
                .filter(w -> w.kind() == WarningKind.THRESHOLD)
                .collect(Collectors.groupingBy(w -> w.point() + "/" + w.subject()));
    }

    /** Is there a warning of this id, withdrawn or not? */
    boolean isWarning(String id) {
        return ports.ledger().warning(id).isPresent();
    }
}
