package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.ShownCounts;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many warnings are open on a day, by level and department. Of persons only how many in the whole college, summed over
 * the points of which five or more are open: as the console says it.
 */
public final class OpenPoints {
    private final Catalogue catalogue;
    private final LocalDate today;

    public OpenPoints(Catalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** @param open all that are open; what speaks about a source counts under the level of its point */
    public List<Point> of(List<Warning> open) {
        Map<Level, Map<Place, Count>> counts = new EnumMap<>(Level.class);
        Map<Level, Map<String, Long>> persons = new EnumMap<>(Level.class);
        for (Warning warning : open) {
            Optional<ControlPoint> point = catalogue.point(warning.point());
            if (point.isPresent() && point.get().level().personal()) {
                persons.computeIfAbsent(point.get().level(), l -> new LinkedHashMap<>())
                        .merge(warning.point(), 1L, Long::sum);
            } else {
                point.ifPresent(p -> counts.computeIfAbsent(p.level(), l -> new LinkedHashMap<>())
                        .merge(placeOf(warning), Count.of(warning), Count::plus));
            }
        }
        List<Point> points = new ArrayList<>();
        for (Level level : Level.values()) {
            if (level.personal()) {
                points.add(ofPersons(level, persons.getOrDefault(level, Map.of())));
            } else {
                points.addAll(byDepartment(level, counts.getOrDefault(level, Map.of())));
            }
        }
        return points;
    }

    /** Every department has its number, so that one that fell to none says so. */
    private List<Point> byDepartment(Level level, Map<Place, Count> counts) {
        Map<Place, Count> all = new LinkedHashMap<>();
        catalogue.subjectsOf(level).forEach(s -> all.put(Place.of(catalogue, s), Count.NONE));
        all.putAll(counts);
        List<Point> points = new ArrayList<>();
        all.forEach((place, count) -> points.add(draft(level, place)
                .whole("open", count.open())
                .whole("red", count.red())
                .whole("orange", count.orange())
                .whole("unanswered", count.unanswered())
                .at(start())));
        return points;
    }

    private Point ofPersons(Level level, Map<String, Long> byPoint) {
        long shown = byPoint.values().stream()
                .filter(n -> n >= ShownCounts.SMALLEST_GROUP)
                .mapToLong(Long::longValue)
                .sum();
        return draft(level, Place.root(catalogue)).whole("open", shown).at(start());
    }

    private Point.Draft draft(Level level, Place place) {
        return Point.of(Published.OPEN_WARNINGS)
                .tag("level", DirectoryPoints.tag(level))
                .tag("scope", Place.scope(catalogue, place.id()))
                .tag("department", place.id())
                .tag("department_name", place.name());
    }

    private long start() {
        return today.atStartOfDay(catalogue.zone()).toInstant().toEpochMilli();
    }

    private Place placeOf(Warning warning) {
        return catalogue
                .subject(warning.subject())
                .map(s -> Place.of(catalogue, s))
                .orElseGet(() -> Place.root(catalogue));
    }

    private record Count(long open, long red, long orange, long unanswered) {
        static final Count NONE = new Count(0, 0, 0, 0);

        static Count of(Warning warning) {
            return new Count(
                    1,
                    warning.severity() == Severity.RED ? 1 : 0,
                    warning.severity() == Severity.ORANGE ? 1 : 0,
                    warning.acknowledgement().isPresent() ? 0 : 1);
        }

        Count plus(Count other) {
            return new Count(open + other.open, red + other.red, orange + other.orange, unanswered + other.unanswered);
        }
    }
}
