package cn.zhengai.assessment.explain;

import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds an exact value against a condition as it is written, number by number. */
final class Comparison {
    private static final Pattern SIDED = Pattern.compile("(>=|<=|>|<|=) (-?[\\d.]+)");
    private static final Pattern RANGE = Pattern.compile("(outside )?(-?[\\d.]+?)\\.\\.(-?[\\d.]+)");

    private Comparison() {}

    static boolean holds(Condition condition, Fraction value) {
        Matcher sided = SIDED.matcher(condition.text());
        if (sided.matches()) {
            int side = value.compareTo(number(sided.group(2)));
            return switch (sided.group(1)) {
                case ">=" -> side >= 0;
                case "<=" -> side <= 0;
                case ">" -> side > 0;
                case "<" -> side < 0;
                default -> side == 0;
            };
        }
        Matcher range = RANGE.matcher(condition.text());
        if (range.matches()) {
            boolean within =
                    value.compareTo(number(range.group(2))) >= 0 && value.compareTo(number(range.group(3))) <= 0;
            return within != (range.group(1) != null);
        }
        return condition.holds(value.position());
    }

    /** {@code 94.21… ≥ 95 不成立}. */
    static String sentence(Condition condition, Fraction value, MeasureUnit unit) {
        return unit.show(Derived.number(value)) + " " + wanted(condition, unit) + "："
                + (holds(condition, value) ? "成立" : "不成立");
    }

    /** {@code ≥ 95%}, {@code 在 14–16 之内}. */
    static String wanted(Condition condition, MeasureUnit unit) {
        Matcher sided = SIDED.matcher(condition.text());
        if (sided.matches()) {
            String sign = switch (sided.group(1)) {
                case ">=" -> "≥";
                case "<=" -> "≤";
                default -> sided.group(1);
            };
            return sign + " " + unit.show(sided.group(2));
        }
        Matcher range = RANGE.matcher(condition.text());
        if (range.matches()) {
            return "在 " + range.group(2) + "–" + unit.show(range.group(3)) + (range.group(1) == null ? " 之内" : " 之外");
        }
        return condition.text();
    }

    private static Fraction number(String text) {
        return Fraction.of(new BigDecimal(text));
    }
}
