package cn.zhengai.console.page;

import cn.zhengai.alerting.silence.Due;
import cn.zhengai.alerting.silence.ExpectedBy;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.console.chart.SeriesChart;
import cn.zhengai.console.wording.Figures;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One series.
 *
 * @param newest readings, newest first, the last {@value #LISTED}
 * @param warnings newest first
 * @param related the same point of those it took over from, and of those that took over
 * @param overdue since when the next reading is overdue; empty when it is not, or none is waited for
 */
public record SeriesPage(
        Frame frame,
        Watched watched,
        String unit,
        Picture picture,
        List<ReadingRow> newest,
        List<Warning> warnings,
        Optional<Instant> overdue,
        List<Related> related) {
    static final int LISTED = 60;
    private static final int DRAWN = 600;

    /** A subject before or after this one; {@code how} says which. */
    public record Related(String how, String name, String link) {
        static List<Related> of(Watched watched, Catalogue catalogue) {
            List<Related> all = new ArrayList<>();
            for (String id : watched.subject().life().succeeds()) {
                catalogue
                        .subject(id)
                        .ifPresent(before -> all.add(new Related(
                                "承接自（"
                                        + before.life()
                                                .until()
                                                .map(d -> d.minusDays(1).toString())
                                                .orElse("") + " 结束）",
                                before.name(),
                                Links.series(watched.point().id(), id))));
            }
            catalogue.subjectsOf(watched.subject().level()).stream()
                    .filter(s -> s.life().succeeds().contains(watched.subject().id()))
                    .forEach(after -> all.add(new Related(
                            "由它承接（" + after.life().from().map(d -> d + " 起").orElse("") + "）",
                            after.name(),
                            Links.series(watched.point().id(), after.id()))));
            return all;
        }
    }

    /** One reading. */
    public record ReadingRow(Logged logged, String value, Band band) {}

    /**
     * The series drawn, wide for desks and narrow for phones.
     *
     * @param count of all readings
     */
    public record Picture(
            int count,
            Optional<Logged> last,
            Band band,
            String lastValue,
            String target,
            String standard,
            String warning,
            Optional<SeriesChart> wide,
            Optional<SeriesChart> narrow) {}

    static SeriesPage of(Frame frame, Watched watched, Records records) {
        List<Logged> all = records.series().read(watched);
        List<ReadingRow> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - LISTED), all.size()).stream()
                .map(l -> new ReadingRow(l, Figures.of(watched.point(), l.reading()), watched.band(l)))
                .toList());
        Collections.reverse(newest);
        List<Warning> warnings = new ArrayList<>(records.ledger().warnings().ofSeries(List.of(watched.key())));
        Collections.reverse(warnings);
        String unit = records.catalogue()
                .get()
                .tree()
                .unit(watched.subject().unit())
                .map(u -> u.name())
                .orElse("—");
        Optional<Instant> overdue =
                all.isEmpty() ? Optional.empty() : overdue(watched, all.get(all.size() - 1), records);
        return new SeriesPage(
                frame,
                watched,
                unit,
                picture(frame, watched, all, records),
                newest,
                warnings,
                overdue,
                Related.of(watched, records.catalogue().get()));
    }

    /** By the silence watch's own rule: nobody waits for the next after history, or for a source that is not declared. */
    private static Optional<Instant> overdue(Watched watched, Logged last, Records records) {
        Catalogue catalogue = records.catalogue().get();
        boolean awaited = !last.head().history()
                && watched.point().enabled()
                && catalogue.sources().containsKey(last.head().source());
        return new ExpectedBy(catalogue.calendar(), catalogue.zone())
                .after(watched.point(), Instant.ofEpochMilli(last.reading().at()))
                .filter(due -> awaited && due.overdue(records.time().instant()))
                .map(Due::by);
    }

    static Picture picture(Frame frame, Watched watched, List<Logged> all, Records records) {
        ControlPoint point = watched.point();
        Optional<Logged> last = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        ThreeLines lines = watched.linesAt(
                last.map(l -> l.reading().at()).orElse(records.time().millis()));
        List<SeriesChart.Value> values =
                thinned(all).stream().map(l -> value(frame, watched, l)).toList();
        List<SeriesChart.Line> drawn = new ArrayList<>();
        drawn.addAll(drawn("target", "目标", point, lines.target()));
        drawn.addAll(drawn("standard", "标准", point, lines.standard()));
        drawn.addAll(drawn("warning", "预警", point, lines.warning()));
        var zone = frame.times().zone();
        return new Picture(
                all.size(),
                last,
                last.map(watched::band).orElse(Band.UNKNOWN),
                last.map(l -> Figures.of(point, l.reading())).orElse("—"),
                Figures.line(point, lines.target()),
                Figures.line(point, lines.standard()),
                Figures.line(point, lines.warning()),
                values.isEmpty() ? Optional.empty() : Optional.of(SeriesChart.of(960, 320, values, drawn, zone)),
                values.isEmpty() ? Optional.empty() : Optional.of(SeriesChart.of(400, 280, values, drawn, zone)));
    }

    private static List<Logged> thinned(List<Logged> all) {
        return all.size() > DRAWN ? all.subList(all.size() - DRAWN, all.size()) : all;
    }

    private static SeriesChart.Value value(Frame frame, Watched watched, Logged logged) {
        long at = logged.reading().at();
        String label =
                frame.times().brief(Instant.ofEpochMilli(at)) + "  " + Figures.of(watched.point(), logged.reading());
        return new SeriesChart.Value(at, WarningRows.number(logged.reading().position()), watched.band(logged), label);
    }

    /** A line for each number of a condition; two for a range. */
    private static List<SeriesChart.Line> drawn(String kind, String name, ControlPoint point, Condition condition) {
        return condition.figures().stream()
                .map(figure -> new SeriesChart.Line(
                        kind, name + " " + point.unit().show(Micros.text(figure)), figure / 1_000_000.0))
                .toList();
    }
}
