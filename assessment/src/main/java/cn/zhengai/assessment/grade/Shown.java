package cn.zhengai.assessment.grade;

import cn.zhengai.core.measure.Fraction;
import java.math.BigDecimal;

/** Exact figures as people see them: cut, never rounded, so that no page shows 90.00 beside 基本达标. */
public final class Shown {
    private static final int DECIMALS = 2;
    private static final int FULL_DECIMALS = 6;

    private Shown() {}

    /** Two decimals, always: 89.999 is {@code 89.99}, 90 is {@code 90.00}. */
    public static String percent(Fraction percent) {
        return percent.cut(DECIMALS).toPlainString();
    }

    /** At most two decimals, without trailing zeros: 89.999 is {@code 89.99}, 90 is {@code 90}. */
    public static String brief(Fraction figure) {
        return plain(figure.cut(DECIMALS));
    }

    /**
     * For arithmetic sentences: in full when six decimals can say it ({@code 94.217}), else two decimals and a mark that
     * something was cut ({@code 94.21…}).
     */
    public static String number(Fraction figure) {
        BigDecimal full = figure.cut(FULL_DECIMALS);
        if (Fraction.of(full).equals(figure)) {
            return plain(full);
        }
        return figure.cut(DECIMALS).toPlainString() + "…";
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
