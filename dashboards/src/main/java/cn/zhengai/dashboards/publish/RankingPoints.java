package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A {@link Ranking} as points: of each list only the places where another stands than was published before. */
public final class RankingPoints {
    private final UnaryOperator<String> link;
    private Map<Ranking.Key, List<Ranking.Row>> given = Map.of();
    private Map<Ranking.Key, List<Ranking.Row>> next = Map.of();
    private String digest = "";
    private String nextDigest = "";

    /** @param link makes an address of a path of the console */
    public RankingPoints(UnaryOperator<String> link) {
        this.link = link;
    }

    /** At first, and by another catalogue, all places there can be. */
    public void of(Ranking ranking, Consumer<Point> out) {
        Catalogue catalogue = ranking.catalogue();
        boolean anew = !digest.equals(catalogue.digest());
        next = ranking.lists();
        nextDigest = catalogue.digest();
        Map<Ranking.Key, Integer> lengths = new HashMap<>();
        given.forEach((key, rows) -> lengths.put(key, rows.size()));
        if (anew) {
            ranking.lengths().forEach((key, most) -> lengths.merge(key, most, Math::max));
        }
        next.forEach((key, rows) -> lengths.merge(key, rows.size(), Math::max));
        lengths.forEach((key, length) -> {
            List<Ranking.Row> before = anew ? List.of() : given.getOrDefault(key, List.of());
            List<Ranking.Row> now = next.getOrDefault(key, List.of());
            for (int place = 0; place < length; place++) {
                if (place >= now.size()) {
                    out.accept(draft(key, place).truth("active", false).at(0));
                } else if (place >= before.size() || !same(before.get(place), now.get(place))) {
                    out.accept(filled(catalogue, key, place, now.get(place)));
                }
            }
        });
    }

    private static boolean same(Ranking.Row before, Ranking.Row now) {
        return before.reading().sameAs(now.reading()) && before.band() == now.band();
    }

    private Point filled(Catalogue catalogue, Ranking.Key key, int place, Ranking.Row row) {
        ControlPoint point = catalogue.point(key.point()).orElseThrow();
        Subject subject = row.subject();
        return draft(key, place)
                .text("label", DirectoryPoints.label(subject.name(), subject.id()))
                .text("subject", subject.id())
                .text("subject_name", subject.name())
                .text("department_name", Place.of(catalogue, subject).name())
                .text("value_text", Worded.value(point, row.reading()))
                .text("standard_text", Worded.line(point, row.lines().standard()))
                .text("link", link.apply(Paths.series(point.id(), subject.id())))
                .whole("band", StandingPoints.rank(row.band()))
                .whole("at", row.reading().at())
                .truth("active", true)
                .at(0);
    }

    private static Point.Draft draft(Ranking.Key key, int place) {
        return Point.of(Published.RANKING)
                .tag("level", DirectoryPoints.tag(key.level()))
                .tag("unit", key.unit())
                .tag("point", key.point())
                .tag("place", String.format(Locale.ROOT, "%03d", place));
    }

    /** What was given out is kept: the next time only what differs from it is said. */
    public void kept() {
        given = next;
        digest = nextDigest;
    }
}
