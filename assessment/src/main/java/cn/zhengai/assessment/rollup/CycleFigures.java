package cn.zhengai.assessment.rollup;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Summary;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of all series of some points over one cycle, gathered in one pass over the store. Holds one small figure
 * per series that has a reading in the cycle, never the readings.
 */
public final class CycleFigures {
    private final Map<String, Map<String, SeriesFigure>> byPoint = new HashMap<>();

    private CycleFigures() {}

    /**
     * Asks the store once.
     *
     * @param asOf leaves out what was not known yet
     */
    public static CycleFigures gather(
            ReadingStore store, Collection<ControlPoint> points, Cycle cycle, ZoneId zone, Knowledge asOf) {
        CycleFigures figures = new CycleFigures();
        Map<String, ControlPoint> byId = new HashMap<>();
        for (ControlPoint point : points) {
            byId.put(point.id(), point);
            figures.byPoint.put(point.id(), new HashMap<>());
        }
        if (!byId.isEmpty()) {
            store.summarise(
                    byId.keySet(),
                    cycle.fromMillis(zone),
                    cycle.untilMillis(zone),
                    asOf,
                    summary -> figures.take(byId, summary));
        }
        return figures;
    }

    private void take(Map<String, ControlPoint> points, Summary summary) {
        ControlPoint point = points.get(summary.series().point());
        Map<String, SeriesFigure> ofPoint = byPoint.get(summary.series().point());
        if (point != null && ofPoint != null) {
            ofPoint.put(summary.series().subject(), SeriesFigure.of(point, summary));
        }
    }

    /** Empty when the series has no reading in the cycle. */
    public Optional<SeriesFigure> of(String point, String subject) {
        return Optional.ofNullable(byPoint.getOrDefault(point, Map.of()).get(subject));
    }
}
