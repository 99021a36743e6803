package cn.zhengai.alerting.routing;

import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and lines for people, in the point's unit. */
final class Figures {
    private static final int DECIMALS = 2;
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=) (.+)");
    private static final Pattern RANGE = Pattern.compile("(outside )?(.+)\\.\\.(.+)");

    private Figures() {}

    /**
     * A value with its unit, cut to two decimals, never rounded up: 94.999 % is {@code 94.99%}.
     *
     * @param position see {@link Micros#position}
     */
    static String value(long position, MeasureUnit unit) {
        BigDecimal cut = Micros.toDecimal(Math.floorDiv(position, 2))
                .setScale(DECIMALS, RoundingMode.DOWN)
                .stripTrailingZeros();
        return unit.show((cut.scale() < 0 ? cut.setScale(0) : cut).toPlainString());
    }

    /** A line: {@code ≥ 95%}, {@code 14 至 16}, {@code 低于 12 或高于 18}. */
    static String line(Condition condition, MeasureUnit unit) {
        Matcher comparison = COMPARISON.matcher(condition.text());
        if (comparison.matches()) {
            String sign = comparison.group(1).replace(">=", "≥").replace("<=", "≤");
            return sign + " " + unit.show(comparison.group(2));
        }
        Matcher range = RANGE.matcher(condition.text());
        if (range.matches()) {
            String low = unit.show(range.group(2));
            String high = unit.show(range.group(3));
            return range.group(1) == null ? low + " 至 " + high : "低于 " + low + " 或高于 " + high;
        }
        return condition.text();
    }
}
