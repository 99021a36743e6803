package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.board.Palette;
import cn.zhengai.dashboards.grafana.Annotation;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Mapping;
import cn.zhengai.dashboards.grafana.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Panels with a time axis. */
final class OverTime {
    private OverTime() {}

    /** Lines that still want their marks. */
    record Drawn(View view) {
        /** What happened, where there are lines to see it beside. */
        View marked(List<Annotation> annotations, Asking asking) {
            return view instanceof View.Lines lines
                    ? new View.Lines(
                            lines.from(),
                            lines.until(),
                            lines.measure(),
                            lines.range(),
                            lines.steps(),
                            lines.lines(),
                            annotations.stream()
                                    .flatMap(a -> marks(a, asking))
                                    .sorted(Comparator.comparingLong(View.Mark::at))
                                    .toList())
                    : view;
        }
    }

    static Drawn lines(Panel panel, Look.TimeSeries look, List<Curve> curves, Asking asking) {
        if (curves.isEmpty()) {
            return new Drawn(PanelView.nothing(panel));
        }
        double largest = curves.stream()
                .flatMap(c -> c.points().stream())
                .mapToDouble(p -> Math.abs(p.value()))
                .max()
                .orElse(0);
        Style first = Style.of(panel, curves.get(0).name());
        Measure measure = Measure.of(first.unit(), first.decimals(), largest);
        List<View.Line> lines = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            Style style = Style.of(panel, curve.name());
            lines.add(new View.Line(
                    style.name(), style.color(i, curve.last().value()), style.dash(), scaled(curve.points(), measure)));
        }
        return new Drawn(new View.Lines(
                asking.from(), asking.until(), measure, View.Range.of(first, measure), look.steps(), lines, List.of()));
    }

    static List<Sample> scaled(List<Sample> points, Measure measure) {
        return points.stream()
                .map(p -> new Sample(p.at(), p.value() * measure.scale()))
                .toList();
    }

    /** Of {@code time, title, text, step}. */
    private static Stream<View.Mark> marks(Annotation annotation, Asking asking) {
        return asking.ask(annotation.query()).stream()
                .flatMap(answer -> answer.rows().stream())
                .filter(row -> row.get(0) instanceof Number)
                .map(row -> mark(annotation, row));
    }

    private static View.Mark mark(Annotation annotation, List<@Nullable Object> row) {
        long at = row.get(0) instanceof Number time ? time.longValue() : 0;
        String title = PanelView.text(row.get(1));
        String text = PanelView.text(row.get(2));
        return new View.Mark(
                at, annotation.name(), text.isEmpty() ? title : title + "\n" + text, Palette.name(annotation.color()));
    }

    static View states(Panel panel, Look.StateTimeline look, List<Curve> curves, Asking asking) {
        if (curves.isEmpty()) {
            return PanelView.nothing(panel);
        }
        List<Curve> shown = curves.subList(0, Math.min(View.MOST, curves.size()));
        List<View.Shade> legend = legend(panel, shown);
        List<View.Row> rows = shown.stream()
                .map(curve -> new View.Row(Style.of(panel, curve.name()).name(), phases(panel, curve, legend, asking)))
                .toList();
        return new View.States(asking.from(), asking.until(), look.words(), rows, legend, curves.size());
    }

    /** In the order of the panel's words; values without a word after them. */
    private static List<View.Shade> legend(Panel panel, List<Curve> curves) {
        List<View.Shade> occurring = curves.stream()
                .flatMap(curve -> curve.points().stream().map(p -> shade(panel, curve, p.value())))
                .distinct()
                .toList();
        List<String> order =
                panel.field().mappings().stream().map(Mapping::text).toList();
        return occurring.stream()
                .sorted(Comparator.comparingInt(
                        s -> order.contains(s.text()) ? order.indexOf(s.text()) : Integer.MAX_VALUE))
                .toList();
    }

    private static View.Shade shade(Panel panel, Curve curve, double value) {
        String plain = new Measure(1, "", 2, false).text(value);
        return Style.of(panel, curve.name())
                .word(plain)
                .map(m -> new View.Shade(m.text(), Palette.name(m.color())))
                .orElseGet(() -> new View.Shade(plain, "unknown"));
    }

    /** A state lasts until another is known, the last until the end; equal ones after each other are one. */
    private static List<View.Phase> phases(Panel panel, Curve curve, List<View.Shade> legend, Asking asking) {
        List<View.Phase> phases = new ArrayList<>();
        for (Sample point : curve.points()) {
            int shade = legend.indexOf(shade(panel, curve, point.value()));
            View.Phase last = phases.isEmpty() ? null : phases.remove(phases.size() - 1);
            if (last == null) {
                phases.add(new View.Phase(Math.max(asking.from(), point.at()), asking.until(), shade));
            } else if (last.shade() == shade) {
                phases.add(last);
            } else {
                phases.add(new View.Phase(last.from(), Math.max(last.from(), point.at()), last.shade()));
                phases.add(new View.Phase(Math.max(asking.from(), point.at()), asking.until(), shade));
            }
        }
        return phases;
    }
}
