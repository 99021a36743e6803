package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.BandCounts;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.ShownCounts;
import cn.zhengai.dashboards.schema.Published;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be shown of a tally, by point and department and over the college.
 *
 * <p>Of persons, the college is shown as the console shows it; a department only by who meets the standard, who does not and
 * who has no reading, each nobody or at least five. Departments that cannot be shown so are left out, and as many more,
 * smallest first, as it takes until the rest of the college (the college less those that are shown) is nobody or at least
 * five on each side as well: no difference gives away what is withheld.
 *
 * @param parts by level, point ({@link Published#ALL_POINTS} for all) and department; the root's id for the whole college
 */
record Shares(Map<Key, ShownCounts> parts) {
    private static final Set<Band> MET = Set.of(Band.ON_TARGET, Band.ON_STANDARD);
    private static final Set<Band> NOT_MET = Set.of(Band.BELOW_STANDARD, Band.IN_WARNING);
    private static final List<Set<Band>> SIDES = List.of(MET, NOT_MET, Set.of(Band.UNKNOWN));

    /** Of what. */
    record Key(Level level, String point, String unit) {}

    static Shares of(Tally tally) {
        Map<Key, ShownCounts> parts = new LinkedHashMap<>();
        String root = Place.root(tally.catalogue()).id();
        for (ControlPoint point : tally.catalogue().points().values()) {
            if (point.enabled()) {
                Map<String, BandCounts> byDepartment = tally.of(point);
                BandCounts whole = byDepartment.values().stream().reduce(BandCounts.NONE, BandCounts::plus);
                Map<String, ShownCounts> shown = point.level().personal()
                        ? ofPersons(root, whole, byDepartment)
                        : open(root, whole, byDepartment);
                shown.forEach((unit, counts) -> {
                    parts.put(new Key(point.level(), point.id(), unit), counts);
                    if (counts.readable()) {
                        parts.merge(new Key(point.level(), Published.ALL_POINTS, unit), counts, ShownCounts::plus);
                    }
                });
            }
        }
        return new Shares(parts);
    }

    private static Map<String, ShownCounts> open(String root, BandCounts whole, Map<String, BandCounts> byDepartment) {
        Map<String, ShownCounts> shown = new LinkedHashMap<>();
        byDepartment.forEach((department, counts) -> shown.put(department, ShownCounts.open(counts)));
        shown.put(root, ShownCounts.open(whole));
        return shown;
    }

    private static Map<String, ShownCounts> ofPersons(
            String root, BandCounts whole, Map<String, BandCounts> byDepartment) {
        if (few(whole.total()) || whole.total() == 0 || few(whole.known())) {
            return Map.of();
        }
        Map<String, ShownCounts> shown = new LinkedHashMap<>();
        ShownCounts college = ShownCounts.ofPersons(whole);
        if (college.readable()) {
            List<Map.Entry<String, BandCounts>> clear = byDepartment.entrySet().stream()
                    .filter(e -> !e.getKey().equals(root) && clear(e.getValue()))
                    .sorted(Comparator.comparing(e -> -e.getValue().total()))
                    .collect(Collectors.toCollection(ArrayList::new));
            while (!clear.isEmpty() && !clear(rest(whole, clear))) {
                clear.remove(clear.size() - 1);
            }
            clear.forEach(e -> shown.put(e.getKey(), new ShownCounts(e.getValue(), List.of(MET, NOT_MET))));
        }
        shown.put(root, college);
        return shown;
    }

    private static BandCounts rest(BandCounts whole, List<Map.Entry<String, BandCounts>> shown) {
        Map<Band, Long> left = new EnumMap<>(whole.byBand());
        shown.forEach(e -> e.getValue().byBand().forEach((band, count) -> left.merge(band, -count, Long::sum)));
        return new BandCounts(left);
    }

    private static boolean clear(BandCounts counts) {
        return !few(counts.known())
                && SIDES.stream()
                        .noneMatch(
                                side -> few(side.stream().mapToLong(counts::of).sum()));
    }

    private static boolean few(long persons) {
        return persons > 0 && persons < ShownCounts.SMALLEST_GROUP;
    }

    /** Percent of those with a reading that are on standard; empty when it may not be shown or there are none. */
    static Optional<Fraction> met(ShownCounts counts) {
        return share(counts, MET);
    }

    static Optional<Fraction> onTarget(ShownCounts counts) {
        return share(counts, Set.of(Band.ON_TARGET));
    }

    private static Optional<Fraction> share(ShownCounts counts, Set<Band> bands) {
        OptionalLong part = counts.of(bands);
        OptionalLong unknown = counts.of(Band.UNKNOWN);
        long known = counts.whole().known();
        return part.isEmpty() || unknown.isEmpty() || known == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(100 * part.getAsLong(), known));
    }

    static OptionalLong met(ShownCounts counts, boolean met) {
        return counts.of(met ? MET : NOT_MET);
    }
}
