package cn.zhengai.console.wording;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.reading.Reading;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures for people: at most two decimals, cut and never rounded up, with their unit. */
public final class Figures {
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=) (-?[\\d.]+)");
    private static final Pattern RANGE = Pattern.compile("(outside )?(-?[\\d.]+?)\\.\\.(-?[\\d.]+)");

    private Figures() {}

    /** {@code 96.5%}, {@code 15:1}, {@code 是}. */
    public static String of(ControlPoint point, Reading reading) {
        return point.unit().show(plain(reading.value(point.unit().scale())));
    }

    /** The same of a {@link cn.zhengai.core.measure.Micros#position position}. */
    public static String of(ControlPoint point, long position) {
        return point.unit().show(plain(Fraction.ofMicros(Math.floorDiv(position, 2))));
    }

    /** Without unit. */
    public static String plain(Fraction value) {
        return plain(value.cut(2));
    }

    private static String plain(BigDecimal cut) {
        BigDecimal shown = cut.stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    /** {@code >= 95} of a % point becomes {@code ≥ 95%}; {@code 14..16} becomes {@code 14–16}. */
    public static String line(ControlPoint point, Condition condition) {
        MeasureUnit unit = point.unit();
        Matcher comparison = COMPARISON.matcher(condition.text());
        if (comparison.matches()) {
            String sign = sign(comparison.group(1), unit);
            String figure = unit.show(comparison.group(2));
            return sign.isEmpty() ? figure : sign + " " + figure;
        }
        Matcher range = RANGE.matcher(condition.text());
        if (range.matches()) {
            String ends = range.group(2) + "–" + unit.show(range.group(3));
            return range.group(1) == null ? ends : ends + " 之外";
        }
        return condition.text();
    }

    private static String sign(String sign, MeasureUnit unit) {
        boolean yesOrNo = unit.codes().size() == 2;
        return switch (sign) {
            case ">=" -> yesOrNo ? "" : "≥";
            case "<=" -> yesOrNo ? "" : "≤";
            case "=" -> "";
            case "<" -> yesOrNo ? "不是" : "<";
            default -> sign;
        };
    }

    /** {@code 93.4%} of a part in a whole; a dash when the whole is nothing. */
    public static String share(long part, long whole) {
        return whole == 0 ? "—" : Fraction.of(part * 100, whole).cut(1).toPlainString() + "%";
    }

    /** Thousands apart: {@code 12 345}. */
    public static String count(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number).replace(',', '\u2009');
    }
}
