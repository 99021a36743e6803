package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Which series of each point stand worst, below the root and below each department: by band, then by how far on the worse
 * side, then by name. At most {@link #MOST} of each, for lists are read from the top. No persons. For one thread.
 */
public final class Ranking {
    /** Of one list. */
    public static final int MOST = 100;

    private static final Set<OrgUnit.Kind> LISTED = Set.of(OrgUnit.Kind.COMMITTEE, OrgUnit.Kind.DEPARTMENT);
    private static final Comparator<Row> WORST_FIRST = Comparator.comparing(
                    Row::band, Comparator.comparing(StandingPoints::rank))
            .thenComparing(Row::better)
            .thenComparing(row -> row.subject().name())
            .thenComparing(row -> row.subject().id());

    private final LinesBook lines;
    private final Catalogue catalogue;
    private final LocalDate today;
    private final Map<Key, PriorityQueue<Row>> worst = new HashMap<>();
    private final Map<String, List<String>> units = new HashMap<>();

    /** @param today subjects that have ended by then are not listed */
    public Ranking(LinesBook lines, LocalDate today) {
        this.lines = lines;
        this.catalogue = lines.catalogue();
        this.today = today;
    }

    /** Which list. */
    record Key(Level level, String point, String unit) {}

    /** @param better larger is better; 0 where neither way is */
    record Row(Subject subject, Reading reading, ThreeLines lines, long better) {
        Band band() {
            return lines.band(reading.position());
        }
    }

    /** The newest reading of a series; at most one of a series. */
    public void add(Reading reading) {
        ControlPoint point = catalogue.points().get(reading.series().point());
        Subject subject = catalogue.subjects().get(reading.series().subject());
        if (point != null && subject != null && listed(point, subject)) {
            Row row = new Row(subject, reading, lines.at(point, subject, reading.at()), better(point, reading));
            for (String unit : unitsOf(subject)) {
                PriorityQueue<Row> rows = worst.computeIfAbsent(
                        new Key(point.level(), point.id(), unit), k -> new PriorityQueue<>(WORST_FIRST.reversed()));
                rows.add(row);
                if (rows.size() > MOST) {
                    rows.remove();
                }
            }
        }
    }

    private boolean listed(ControlPoint point, Subject subject) {
        return OneByOne.of(point, subject)
                && point.appliesTo(subject)
                && subject.life().on(today);
    }

    private static long better(ControlPoint point, Reading reading) {
        return switch (point.direction()) {
            case HIGHER_IS_BETTER -> reading.position();
            case LOWER_IS_BETTER -> -reading.position();
            case WITHIN -> 0;
        };
    }

    private List<String> unitsOf(Subject subject) {
        return units.computeIfAbsent(
                subject.unit(),
                unit -> catalogue.tree().upwards(unit).stream()
                        .filter(above -> LISTED.contains(above.kind()))
                        .map(OrgUnit::id)
                        .toList());
    }

    /** All lists, worst first. */
    Map<Key, List<Row>> lists() {
        Map<Key, List<Row>> lists = new HashMap<>();
        worst.forEach((key, rows) -> {
            List<Row> sorted = new ArrayList<>(rows);
            sorted.sort(WORST_FIRST);
            lists.put(key, List.copyOf(sorted));
        });
        return lists;
    }

    /** All lists there can be, whoever has a reading: of units with subjects that are declared, those that have ended as well. */
    Set<Key> keys() {
        Set<Key> keys = new HashSet<>();
        for (ControlPoint point : catalogue.points().values()) {
            if (OneByOne.of(point)) {
                catalogue.subjectsOf(point.level()).stream()
                        .filter(point::appliesTo)
                        .map(this::unitsOf)
                        .distinct()
                        .forEach(units -> units.forEach(unit -> keys.add(new Key(point.level(), point.id(), unit))));
            }
        }
        return keys;
    }

    Catalogue catalogue() {
        return catalogue;
    }
}
