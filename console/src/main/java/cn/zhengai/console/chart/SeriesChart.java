package cn.zhengai.console.chart;

import cn.zhengai.core.measure.Band;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A series over time with its lines, ready to be drawn as SVG.
 *
 * @param path SVG path through the values
 * @param dots the values that are not on standard, and the newest
 * @param rules target, standard and warning value
 */
public record SeriesChart(
        int width, int height, String path, List<Dot> dots, List<Rule> rules, List<Tick> days, List<Tick> values) {
    private static final int LEFT = 48;
    private static final int RIGHT = 84;
    private static final int TOP = 14;
    private static final int BOTTOM = 28;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /** One value. */
    public record Value(long at, double value, Band band, String label) {}

    /** A line to hold: {@code kind} is target, standard or warning. */
    public record Line(String kind, String label, double value) {}

    /** A value drawn. */
    public record Dot(String x, String y, Band band, String label) {}

    /** A line drawn. */
    public record Rule(String y, String textY, String kind, String label) {}

    /** A mark on an axis. */
    public record Tick(String at, String label) {}

    /** @param values by time, at least one */
    public static SeriesChart of(int width, int height, List<Value> values, List<Line> lines, ZoneId zone) {
        double low = Math.min(
                values.stream().mapToDouble(Value::value).min().orElse(0),
                lines.stream().mapToDouble(Line::value).min().orElse(Double.MAX_VALUE));
        double high = Math.max(
                values.stream().mapToDouble(Value::value).max().orElse(1),
                lines.stream().mapToDouble(Line::value).max().orElse(-Double.MAX_VALUE));
        double margin = high == low ? 1 : (high - low) * 0.08;
        Scale y = new Scale(low - margin, high + margin, height - (double) BOTTOM, TOP);
        long first = values.get(0).at();
        long last = values.get(values.size() - 1).at();
        Scale x = new Scale(first, last, LEFT, width - (double) RIGHT);
        return new SeriesChart(
                width,
                height,
                path(values, x, y),
                dots(values, x, y),
                rules(lines, y),
                days(first, last, x, zone),
                marks(y));
    }

    private static String path(List<Value> values, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        for (Value v : values) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Sparkline.text(x.of((double) v.at())))
                    .append(' ')
                    .append(Sparkline.text(y.of(v.value())));
        }
        return path.toString();
    }

    private static List<Dot> dots(List<Value> values, Scale x, Scale y) {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Value v = values.get(i);
            if (!v.band().meetsStandard() || i == values.size() - 1 || values.size() <= 40) {
                dots.add(new Dot(
                        Sparkline.text(x.of((double) v.at())), Sparkline.text(y.of(v.value())), v.band(), v.label()));
            }
        }
        return dots;
    }

    /** Labels are pushed apart so that close lines stay readable. */
    private static List<Rule> rules(List<Line> lines, Scale y) {
        List<Rule> rules = new ArrayList<>();
        double lastText = -100;
        List<Line> topDown = lines.stream()
                .sorted(Comparator.comparingDouble(l -> y.of(l.value())))
                .toList();
        for (Line line : topDown) {
            double at = y.of(line.value());
            double text = Math.max(at + 4, lastText + 15);
            lastText = text;
            rules.add(new Rule(Sparkline.text(at), Sparkline.text(text), line.kind(), line.label()));
        }
        return rules;
    }

    private static List<Tick> days(long first, long last, Scale x, ZoneId zone) {
        List<Tick> ticks = new ArrayList<>();
        int wanted = x.to() > 500 ? 5 : 3;
        for (int i = 0; i < wanted; i++) {
            long at = first + (last - first) / (wanted - 1) * i;
            LocalDate day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
            ticks.add(new Tick(Sparkline.text(x.of((double) at)), DAY.format(day)));
            if (first == last) {
                break;
            }
        }
        return ticks;
    }

    private static List<Tick> marks(Scale y) {
        List<Tick> ticks = new ArrayList<>();
        double span = y.high() - y.low();
        double raw = span / 4;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step =
                raw / power < 1.5 ? power : raw / power < 3.5 ? 2 * power : raw / power < 7.5 ? 5 * power : 10 * power;
        for (double at = Math.ceil(y.low() / step) * step; at <= y.high(); at += step) {
            ticks.add(new Tick(Sparkline.text(y.of(at)), label(at, step)));
        }
        return ticks;
    }

    private static String label(double value, double step) {
        return step >= 1 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
