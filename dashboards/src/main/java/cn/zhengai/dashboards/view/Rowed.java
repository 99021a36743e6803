package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.board.Palette;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Mapping;
import cn.zhengai.dashboards.grafana.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Panels made of the rows of a table. */
final class Rowed {
    private static final String NONE = "—";
    private static final double NO_BAR = -1;
    private final Panel panel;
    private final Asking asking;
    private final Ways ways;

    Rowed(Panel panel, Asking asking) {
        this.panel = panel;
        this.asking = asking;
        this.ways = new Ways(asking.filling());
    }

    View table(Sheet sheet) {
        if (sheet.rows().isEmpty()) {
            return PanelView.nothing(panel);
        }
        List<Integer> shown = IntStream.range(0, sheet.fields().size())
                .filter(i -> !Style.of(panel, sheet.fields().get(i)).hidden())
                .boxed()
                .toList();
        List<View.Column> columns = shown.stream()
                .map(i -> {
                    Style style = Style.of(panel, sheet.fields().get(i));
                    boolean words = style.filled() || style.unit().startsWith("time:");
                    return new View.Column(style.name(), sheet.numeric(i) && !words && !worded(style, sheet, i));
                })
                .toList();
        List<List<View.Cell>> rows = sheet.first(View.MOST).rows().stream()
                .map(row -> shown.stream().map(i -> cell(sheet, row, i)).toList())
                .toList();
        return new View.Table(columns, rows, sheet.rows().size());
    }

    private static boolean worded(Style style, Sheet sheet, int place) {
        return sheet.rows().stream()
                .map(row -> row.get(place))
                .anyMatch(value -> value != null && word(style, value).isPresent());
    }

    private View.Cell cell(Sheet sheet, List<@Nullable Object> row, int place) {
        Style style = Style.of(panel, sheet.fields().get(place));
        Object value = row.get(place);
        if (value == null) {
            return new View.Cell(NONE, "", NO_BAR, List.of());
        }
        Optional<Mapping> word = word(style, value);
        double number = value instanceof Number figure ? figure.doubleValue() : 0;
        String color = word.map(m -> Palette.name(m.color())).orElse(style.barred() ? style.color(0, number) : "");
        return new View.Cell(
                word.map(Mapping::text).orElseGet(() -> text(style, value)),
                color,
                style.barred() ? share(style, number, number) : NO_BAR,
                style.links().stream()
                        .flatMap(link -> ways.way(link, field -> PanelView.text(sheet.value(row, field))).stream())
                        .toList());
    }

    private static Optional<Mapping> word(Style style, Object value) {
        return style.word(
                value instanceof Number figure
                        ? new Measure(1, "", 2, false).text(figure.doubleValue())
                        : value.toString());
    }

    private String text(Style style, Object value) {
        if (!(value instanceof Number figure)) {
            return value.toString();
        }
        if (style.unit().startsWith("time:")) {
            return Measure.time(style.unit(), figure.longValue(), asking.zone());
        }
        double number = figure.doubleValue();
        return Measure.of(style.unit(), style.decimals(), Math.abs(number)).text(number);
    }

    private static double share(Style style, double value, double largest) {
        double low = style.min().orElse(0);
        double high = style.max().orElse(largest);
        return high <= low ? 0 : Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    View gauges(Sheet sheet) {
        int figures = numbers(sheet).stream().findFirst().orElse(-1);
        if (figures < 0) {
            return PanelView.nothing(panel);
        }
        Style style = Style.of(panel, sheet.fields().get(figures));
        int names = IntStream.range(0, sheet.fields().size())
                .filter(i -> i != figures)
                .findFirst()
                .orElse(figures);
        Style named = Style.of(panel, sheet.fields().get(names));
        double largest = largest(sheet, List.of(figures));
        Measure measure = Measure.of(style.unit(), style.decimals(), largest);
        List<View.Gauge> gauges = new ArrayList<>();
        Sheet known = sheet.where(row -> row.get(figures) != null);
        for (List<@Nullable Object> row : known.first(View.MOST).rows()) {
            if (row.get(figures) instanceof Number figure) {
                double value = figure.doubleValue();
                gauges.add(new View.Gauge(
                        name(named, row.get(names)),
                        measure.text(value),
                        style.color(0, value),
                        share(style, value, largest)));
            }
        }
        return new View.Gauges(measure, gauges, known.rows().size());
    }

    View bars(Look.BarChart look, Sheet sheet) {
        List<Integer> figures = numbers(sheet);
        int names = sheet.place(look.x());
        if (figures.isEmpty() || names < 0) {
            return PanelView.nothing(panel);
        }
        Style named = Style.of(panel, look.x());
        Style first = Style.of(panel, sheet.fields().get(figures.get(0)));
        Measure measure = Measure.of(first.unit(), first.decimals(), largest(sheet, figures));
        Sheet shown = sheet.first(View.MOST);
        List<View.Bar> bars = new ArrayList<>();
        for (int place : figures) {
            Style style = Style.of(panel, sheet.fields().get(place));
            bars.add(new View.Bar(style.name(), style.color(bars.size(), 0), values(shown, place, measure)));
        }
        return new View.Bars(
                measure,
                View.Range.of(first, measure),
                look.horizontal(),
                look.stacked(),
                shown.rows().stream().map(row -> name(named, row.get(names))).toList(),
                bars,
                sheet.rows().size());
    }

    private static List<@Nullable Double> values(Sheet sheet, int place, Measure measure) {
        List<@Nullable Double> values = new ArrayList<>();
        sheet.rows()
                .forEach(row -> values.add(
                        row.get(place) instanceof Number figure ? figure.doubleValue() * measure.scale() : null));
        return values;
    }

    private static String name(Style style, @Nullable Object value) {
        return value == null ? NONE : word(style, value).map(Mapping::text).orElse(value.toString());
    }

    private static List<Integer> numbers(Sheet sheet) {
        return IntStream.range(0, sheet.fields().size())
                .filter(i -> !sheet.fields().get(i).equals(Sheet.TIME) && sheet.numeric(i))
                .boxed()
                .toList();
    }

    private static double largest(Sheet sheet, List<Integer> places) {
        return places.stream()
                .flatMap(place -> sheet.rows().stream().map(row -> row.get(place)))
                .mapToDouble(value -> value instanceof Number figure ? Math.abs(figure.doubleValue()) : 0)
                .max()
                .orElse(0);
    }
}
