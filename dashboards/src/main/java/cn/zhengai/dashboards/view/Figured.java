package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import java.util.ArrayList;
import java.util.List;

/** Panels that show the last value of each series. */
final class Figured {
    private static final String ZERO = "0";

    private final Panel panel;
    private final Asking asking;
    private final Ways ways;

    Figured(Panel panel, Asking asking) {
        this.panel = panel;
        this.asking = asking;
        this.ways = new Ways(asking.filling());
    }

    View figures(Look.Stat look, List<Curve> curves) {
        if (curves.isEmpty() && !panel.field().noValue().equals(ZERO)) {
            return PanelView.nothing(panel);
        }
        List<View.Figure> figures = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            figures.add(figure(look, i, curves.get(i)));
        }
        if (figures.isEmpty()) {
            figures.add(new View.Figure("", ZERO, Style.of(panel, "").color(0, 0), List.of(), List.of()));
        }
        return new View.Figures(figures);
    }

    private View.Figure figure(Look.Stat look, int place, Curve curve) {
        Style style = Style.of(panel, curve.name());
        return new View.Figure(
                look.named() ? style.name() : "",
                text(style, curve.last().value()),
                style.color(place, curve.last().value()),
                style.links().stream()
                        .flatMap(link -> ways.way(link, field -> "").stream())
                        .toList(),
                look.trend() && curve.points().size() > 1 ? curve.points() : List.of());
    }

    private String text(Style style, double value) {
        return style.unit().startsWith("time:")
                ? Measure.time(style.unit(), Math.round(value), asking.zone())
                : Measure.of(style.unit(), style.decimals(), Math.abs(value)).text(value);
    }

    View pie(List<Curve> curves) {
        List<View.Part> parts = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            Style style = Style.of(panel, curve.name());
            double value = curve.last().value();
            parts.add(new View.Part(style.name(), value, text(style, value), style.color(i, value)));
        }
        return parts.stream().allMatch(part -> part.value() == 0) ? PanelView.nothing(panel) : new View.Pie(parts);
    }
}
