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

/**
 * A {@link Ranking} as points: of each list only the places that differ from what was published before. What was there before
 * this process, or before a publication that failed half way, nobody knows: then every place there can be is said, the empty
 * ones too, unless nothing was there.
 */
public final class RankingPoints {
    private final UnaryOperator<String> link;
    private final boolean fresh;
    private Map<Ranking.Key, List<Ranking.Row>> given = Map.of();
    private Map<Ranking.Key, List<Ranking.Row>> next = Map.of();
    /** Places that may be filled. */
    private final Map<Ranking.Key, Integer> handed = new HashMap<>();

    private String digest = "";
    private String nextDigest = "";

    /**
     * @param link makes an address of a path of the console
     * @param fresh nothing was published before this process
     */
    public RankingPoints(UnaryOperator<String> link, boolean fresh) {
        this.link = link;
        this.fresh = fresh;
    }

    /** All lists; what was given out counts when {@link #kept} follows. */
    public void of(Ranking ranking, Consumer<Point> out) {
        Catalogue catalogue = ranking.catalogue();
        boolean anew = !digest.equals(catalogue.digest());
        next = ranking.lists();
        nextDigest = catalogue.digest();
        digest = "";
        if (anew && !fresh) {
            ranking.keys().forEach(key -> handed.put(key, Ranking.MOST));
        }
        next.forEach((key, rows) -> handed.merge(key, rows.size(), Math::max));
        Map<Ranking.Key, Integer> lengths = Map.copyOf(handed);
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
        handed.clear();
        given.forEach((key, rows) -> handed.put(key, rows.size()));
    }
}
