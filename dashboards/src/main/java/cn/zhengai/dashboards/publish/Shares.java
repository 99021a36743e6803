package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.BandCounts;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.ShownCounts;
import cn.zhengai.dashboards.schema.Published;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What may be shown of a tally, by point and department and as their sums. Of persons a department of fewer than five is
 * left out, and a sum is the sum of what is shown of its parts, merged where they are: no sum gives away what a part
 * withholds.
 *
 * @param parts by level, point ({@link Published#ALL_POINTS} for all) and department; the root's id for the whole college
 */
record Shares(Map<Key, ShownCounts> parts) {
    private static final Set<Band> MET = Set.of(Band.ON_TARGET, Band.ON_STANDARD);
    private static final Set<Band> NOT_MET = Set.of(Band.BELOW_STANDARD, Band.IN_WARNING);

    /** Of what. */
    record Key(Level level, String point, String unit) {}

    static Shares of(Tally tally) {
        Map<Key, ShownCounts> parts = new LinkedHashMap<>();
        String root = Place.root(tally.catalogue()).id();
        for (ControlPoint point : tally.catalogue().points().values()) {
            if (point.enabled()) {
                tally.of(point).forEach((department, counts) -> shown(point, counts).ifPresent(shown -> {
                    add(parts, point, department, root, shown);
                }));
            }
        }
        return new Shares(parts);
    }

    private static void add(
            Map<Key, ShownCounts> parts, ControlPoint point, String department, String root, ShownCounts shown) {
        if (!department.equals(root)) {
            parts.put(new Key(point.level(), point.id(), department), shown);
        }
        if (shown.readable()) {
            merge(parts, new Key(point.level(), point.id(), root), shown);
            merge(parts, new Key(point.level(), Published.ALL_POINTS, root), shown);
            if (!department.equals(root)) {
                merge(parts, new Key(point.level(), Published.ALL_POINTS, department), shown);
            }
        }
    }

    private static void merge(Map<Key, ShownCounts> parts, Key key, ShownCounts more) {
        parts.merge(key, more, ShownCounts::plus);
    }

    private static Optional<ShownCounts> shown(ControlPoint point, BandCounts counts) {
        if (!point.level().personal()) {
            return Optional.of(ShownCounts.open(counts));
        }
        boolean few = counts.total() < ShownCounts.SMALLEST_GROUP
                || (counts.known() > 0 && counts.known() < ShownCounts.SMALLEST_GROUP);
        return few ? Optional.empty() : Optional.of(ShownCounts.ofPersons(counts));
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
