package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.BandCounts;
import cn.zhengai.core.reading.Reading;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts series by point, department and band on one day; a series without a reading is unknown. For one thread.
 */
public final class Tally {
    private final LinesBook lines;
    private final Catalogue catalogue;
    private final LocalDate day;
    private final Map<String, Map<String, Map<Band, Long>>> counted = new HashMap<>();
    private final Map<String, String> departments = new HashMap<>();

    public Tally(LinesBook lines, LocalDate day) {
        this.lines = lines;
        this.catalogue = lines.catalogue();
        this.day = day;
    }

    public LocalDate day() {
        return day;
    }

    /** The newest reading of a series by that day; at most one of a series. */
    public void add(Reading reading) {
        ControlPoint point = catalogue.points().get(reading.series().point());
        Subject subject = catalogue.subjects().get(reading.series().subject());
        if (point != null && subject != null && counts(point, subject)) {
            counted.computeIfAbsent(point.id(), p -> new HashMap<>())
                    .computeIfAbsent(departmentOf(subject), d -> new EnumMap<>(Band.class))
                    .merge(lines.band(point, subject, reading), 1L, Long::sum);
        }
    }

    private boolean counts(ControlPoint point, Subject subject) {
        return point.enabled() && point.appliesTo(subject) && subject.life().on(day);
    }

    private String departmentOf(Subject subject) {
        return departments.computeIfAbsent(
                subject.unit(), u -> Place.of(catalogue, subject).id());
    }

    /** Counts by department id of a point; departments with nobody the point applies to are left out. */
    Map<String, BandCounts> of(ControlPoint point) {
        Map<String, Long> applies = new LinkedHashMap<>();
        catalogue.subjects().values().stream()
                .filter(s -> counts(point, s))
                .forEach(s -> applies.merge(departmentOf(s), 1L, Long::sum));
        Map<String, BandCounts> byDepartment = new LinkedHashMap<>();
        applies.forEach((department, all) -> {
            Map<Band, Long> known = new EnumMap<>(Band.class);
            known.putAll(counted.getOrDefault(point.id(), Map.of()).getOrDefault(department, Map.of()));
            long read = known.values().stream().mapToLong(Long::longValue).sum();
            known.put(Band.UNKNOWN, Math.max(0, all - read));
            byDepartment.put(department, new BandCounts(known));
        });
        return byDepartment;
    }

    /** By which rules. */
    public String digest() {
        return catalogue.digest();
    }

    Catalogue catalogue() {
        return catalogue;
    }
}
