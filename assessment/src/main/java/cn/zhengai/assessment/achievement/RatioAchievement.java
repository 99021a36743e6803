package cn.zhengai.assessment.achievement;

import cn.zhengai.core.measure.Fraction;

/**
 * Achievement of a goal of kind ratio. Source: domain page, section 4.
 *
 * <p>Symbols: a = actual, t = target, both in the point's unit, t &gt; 0; c = cap in percent, c &gt; 0. All results percent.
 */
public final class RatioAchievement {
    private RatioAchievement() {}

    /**
     * Higher is better: 100 * a / t, at least 0, at most c. Worked: a = 94.21, t = 95 gives 9421/95 = 99.168...
     *
     * @param target positive
     */
    public static Fraction higherIsBetter(Fraction actual, Fraction target, Fraction cap) {
        return bounded(Fraction.HUNDRED.times(actual).dividedBy(target), cap);
    }

    /**
     * Lower is better: 100 when a &lt;= t (zero and less included), else 100 * t / a; at most c. Worked: a = 5, t = 4 gives
     * 80; a = 0, t = 4 gives 100.
     *
     * @param target positive
     */
    public static Fraction lowerIsBetter(Fraction actual, Fraction target, Fraction cap) {
        return bounded(
                actual.compareTo(target) <= 0
                        ? Fraction.HUNDRED
                        : Fraction.HUNDRED.times(target).dividedBy(actual),
                cap);
    }

    private static Fraction bounded(Fraction percent, Fraction cap) {
        return percent.max(Fraction.ZERO).min(cap);
    }
}
