package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.ShownCounts;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Shares on standard and on target of a day, by level, point and department. */
public final class SharePoints {
    private SharePoints() {}

    /** @param lastYear the same a year before; empty: nothing is said of it */
    public static List<Point> of(Tally today, Optional<Tally> lastYear) {
        Catalogue catalogue = today.catalogue();
        Shares then = lastYear.map(Shares::of).orElse(new Shares(java.util.Map.of()));
        List<Point> points = new ArrayList<>();
        Shares.of(today).parts().forEach((key, counts) -> {
            Point.Draft draft = Point.of(Published.SHARE)
                    .tag("level", DirectoryPoints.tag(key.level()))
                    .tag("point", key.point())
                    .tag(
                            "point_name",
                            catalogue.point(key.point()).map(ControlPoint::name).orElse("全部质控点"))
                    .tag("unit", key.unit())
                    .tag("unit_name", unitName(catalogue, key.unit()))
                    .tag("kind", kind(catalogue, key.unit()))
                    .whole("total", counts.whole().total());
            fill(draft, counts);
            Optional.ofNullable(then.parts().get(key))
                    .flatMap(Shares::met)
                    .ifPresent(share -> draft.cut("share_met_last_year", share));
            points.add(draft.at(today.day().atStartOfDay(catalogue.zone()).toInstant()));
        });
        return points;
    }

    private static String unitName(Catalogue catalogue, String unit) {
        Place root = Place.root(catalogue);
        return unit.equals(root.id()) ? root.name() : Place.nameOf(catalogue, unit);
    }

    private static String kind(Catalogue catalogue, String unit) {
        return catalogue
                .tree()
                .unit(unit)
                .map(u -> DirectoryPoints.tag(u.kind()))
                .orElse("-");
    }

    private static void fill(Point.Draft draft, ShownCounts counts) {
        put(draft, "on_target", counts.of(Band.ON_TARGET));
        put(draft, "on_standard", counts.of(Band.ON_STANDARD));
        put(draft, "below_standard", counts.of(Band.BELOW_STANDARD));
        put(draft, "in_warning", counts.of(Band.IN_WARNING));
        put(draft, "unknown", counts.of(Band.UNKNOWN));
        put(draft, "met", Shares.met(counts, true));
        put(draft, "not_met", Shares.met(counts, false));
        draft.cut("share_met", Shares.met(counts)).cut("share_target", Shares.onTarget(counts));
    }

    private static void put(Point.Draft draft, String name, OptionalLong count) {
        count.ifPresent(c -> draft.whole(name, c));
    }
}
