package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.dashboards.point.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures and lines for people, written as the console writes them: cut to two decimals, with their unit. */
final class Worded {
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=) (-?[\\d.]+)");

    private Worded() {}

    static double units(long micros) {
        return micros / (double) Micros.ONE;
    }

    static String value(ControlPoint point, Reading reading) {
        return point.unit().show(plain(reading.value(point.unit().scale())));
    }

    private static String plain(Fraction value) {
        BigDecimal cut = value.cut(2).stripTrailingZeros();
        return (cut.scale() < 0 ? cut.setScale(0) : cut).toPlainString();
    }

    /** {@code ≥ 95%}, {@code 14..16}. */
    static String line(ControlPoint point, Condition condition) {
        Matcher comparison = COMPARISON.matcher(condition.text());
        if (!comparison.matches()) {
            return condition
                    .text()
                    .replace("outside ", "不在 ")
                    .replace("..", "–")
                    .replace(">=", "≥")
                    .replace("<=", "≤");
        }
        String figure = point.unit().show(comparison.group(2));
        boolean codes = !point.unit().codes().isEmpty();
        return switch (comparison.group(1)) {
            case ">=" -> codes && point.unit().codes().size() == 2 ? figure : "≥ " + figure;
            case "<=" -> "≤ " + figure;
            case "=" -> figure;
            case "<" -> codes && point.unit().codes().size() == 2 ? "不是" + figure : "< " + figure;
            default -> "> " + figure;
        };
    }

    /** What is written behind a figure on an axis. */
    static String suffix(MeasureUnit unit) {
        if (!unit.codes().isEmpty()) {
            return "suffix: (" + String.join(" < ", unit.codes()) + ")";
        }
        return switch (unit.symbol()) {
            case "%" -> "percent";
            case "a:b" -> "suffix::1";
            case "‰" -> "suffix:‰";
            default -> "suffix: " + unit.symbol().toLowerCase(Locale.ROOT).replace("mbps", "Mbps");
        };
    }

    /** The number of a line, and the upper one where it is a range. */
    static void figures(Point.Draft draft, String name, Condition condition) {
        List<Long> figures = condition.figures();
        draft.decimal(name, units(figures.get(0)));
        if (figures.size() > 1) {
            draft.decimal(name + "_high", units(figures.get(1)));
        }
    }
}
