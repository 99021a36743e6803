package cn.zhengai.console.page;

import cn.zhengai.alerting.silence.Silent;
import cn.zhengai.console.board.Board;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.SeriesLook.Latest;
import cn.zhengai.console.board.ShownBoard;
import cn.zhengai.console.wording.Figures;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.ThreeLines;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One level: its points by band, and the series that are not on standard.
 *
 * @param bar empty: fewer than five persons, withheld
 * @param series worst first; empty when the level's subjects are persons and withheld
 * @param more how many more there are than listed
 */
public record LevelPage(
        Frame frame, Level level, Optional<BandBar> bar, List<PointRow> points, List<SeriesRow> series, int more) {
    private static final int LISTED = 200;

    /**
     * One point; lines are those for all subjects in force last; an empty bar is withheld.
     *
     * @param silent what has not come in time, in words and of persons without a number; empty when all has
     */
    public record PointRow(
            ControlPoint point, Optional<BandBar> bar, String owner, String lines, Optional<String> silent) {}

    /** One series. */
    public record SeriesRow(Latest latest, String value, String standard, String unit) {}

    static LevelPage of(Frame frame, Level level, Records records) {
        Board board = records.board().now();
        Catalogue catalogue = board.lines().catalogue();
        ShownBoard shown = new ShownBoard(board, records.discretion());
        List<ControlPoint> points =
                catalogue.pointsOf(level).stream().filter(ControlPoint::enabled).toList();
        boolean hidden = records.discretion().hides(level);
        List<Latest> bad = hidden
                ? List.of()
                : records.series().latest(points, s -> true).stream()
                        .filter(l -> !l.band().meetsStandard())
                        .sorted(Comparator.comparing(Latest::band)
                                .reversed()
                                .thenComparing(l -> l.watched().key()))
                        .toList();
        return new LevelPage(
                frame,
                level,
                shown.of(level).map(BandBar::of),
                points.stream()
                        .map(p -> pointRow(p, shown, catalogue, silent(p, frame, records)))
                        .toList(),
                bad.stream().limit(LISTED).map(l -> seriesRow(l, catalogue)).toList(),
                Math.max(0, bad.size() - LISTED));
    }

    /** Some band is shown together with others, or a point not at all. */
    public boolean discreet() {
        return bar.map(BandBar::merged).orElse(true)
                || points.stream().anyMatch(p -> p.bar().map(BandBar::merged).orElse(true));
    }

    /** Band and value of a silent series are those of its last reading: this says that there should be newer ones. */
    private static Optional<String> silent(ControlPoint point, Frame frame, Records records) {
        List<Silent> silent = records.scorecards().now().silence().sources().stream()
                .flatMap(s -> s.silent().stream())
                .filter(s -> s.series().point().equals(point.id()))
                .toList();
        return silent.stream()
                .map(s -> s.due().by())
                .min(Comparator.naturalOrder())
                .map(by -> (records.discretion().hides(point.level()) ? "有数据" : silent.size() + " 个序列的数据")
                        + "没有按时收到，最早应于 " + frame.times().deadline(by) + " 前送达");
    }

    private static PointRow pointRow(
            ControlPoint point, ShownBoard shown, Catalogue catalogue, Optional<String> silent) {
        String owner =
                point.owner().flatMap(catalogue.tree()::unit).map(OrgUnit::name).orElse("主体所在单位");
        ThreeLines lines = point.versions().stream()
                .filter(v -> v.scope().equals(cn.zhengai.core.catalogue.LinesVersion.Scope.ALL))
                .max(Comparator.comparing(cn.zhengai.core.catalogue.LinesVersion::from))
                .orElseThrow()
                .lines();
        String text = "目标 " + Figures.line(point, lines.target()) + " · 标准 " + Figures.line(point, lines.standard())
                + " · 预警 " + Figures.line(point, lines.warning());
        return new PointRow(point, shown.of(point).map(BandBar::of), owner, text, silent);
    }

    private static SeriesRow seriesRow(Latest latest, Catalogue catalogue) {
        var watched = latest.watched();
        ThreeLines lines = watched.linesAt(latest.logged().reading().at());
        var line = latest.band() == Band.IN_WARNING
                ? "预警 " + Figures.line(watched.point(), lines.warning())
                : "标准 " + Figures.line(watched.point(), lines.standard());
        return new SeriesRow(
                latest,
                Figures.of(watched.point(), latest.logged().reading()),
                line,
                catalogue
                        .tree()
                        .unit(watched.subject().unit())
                        .map(OrgUnit::name)
                        .orElse("—"));
    }
}
