package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Summary;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What one series comes to over a cycle, worked out from its sums.
 *
 * @param value in the point's unit; empty when its readings do not fit the roll-up
 * @param top of a quotient, sum of numerators in millionths; else 0
 * @param bottom of a quotient, sum of denominators in millionths; else 0
 * @param formula the arithmetic, Chinese
 */
record Derived(Optional<Fraction> value, BigInteger top, BigInteger bottom, String formula) {

    /** A quotient, so that several can be added up. */
    boolean quotient() {
        return bottom.signum() != 0;
    }

    /** By the roll-up of the point; for a share the last value, which is what is held against the standard. */
    static Derived of(ControlPoint point, Summary sums) {
        return switch (point.rollUp()) {
            case LAST, SHARE_MET -> last(point, sums.last());
            case RATIO -> ratio(point, sums);
            case SUM -> plain(sums, micros(sums.sum()), sums.count() + " 个采集值合计");
            case MEAN ->
                plain(
                        sums,
                        micros(sums.sum()).dividedBy(Fraction.of(sums.count())),
                        number(micros(sums.sum())) + " ÷ " + sums.count() + "（" + sums.count() + " 个采集值的平均）");
            case MIN -> plain(sums, ofPosition(sums.min()), sums.count() + " 个采集值中最小");
            case MAX -> plain(sums, ofPosition(sums.max()), sums.count() + " 个采集值中最大");
        };
    }

    private static Derived last(ControlPoint point, Reading last) {
        Fraction value = last.value(point.unit().scale());
        return last.isRatio()
                ? quotient(point, BigInteger.valueOf(last.numerator()), BigInteger.valueOf(last.denominator()), "期末值：")
                : new Derived(Optional.of(value), BigInteger.ZERO, BigInteger.ZERO, "期末值 = " + number(value));
    }

    private static Derived ratio(ControlPoint point, Summary sums) {
        boolean fits = sums.sum().signum() == 0 && sums.denominators().signum() > 0;
        return fits ? quotient(point, sums.numerators(), sums.denominators(), "") : unfit();
    }

    private static Derived quotient(ControlPoint point, BigInteger top, BigInteger bottom, String lead) {
        int scale = point.unit().scale();
        Fraction value = new Fraction(top, bottom).times(Fraction.of(scale));
        String times = scale == 1 ? "" : scale + " × ";
        return new Derived(
                Optional.of(value),
                top,
                bottom,
                lead + times + number(micros(top)) + " ÷ " + number(micros(bottom)) + " = " + number(value));
    }

    private static Derived plain(Summary sums, Fraction value, String how) {
        return sums.denominators().signum() != 0
                ? unfit()
                : new Derived(Optional.of(value), BigInteger.ZERO, BigInteger.ZERO, how + " = " + number(value));
    }

    private static Derived unfit() {
        return new Derived(Optional.empty(), BigInteger.ZERO, BigInteger.ZERO, "采集值的形式与汇总方式不符，按无数据计");
    }

    static Fraction micros(BigInteger micros) {
        return Fraction.ofMicros(micros);
    }

    private static Fraction ofPosition(long position) {
        return Fraction.ofMicros(Math.floorDiv(position, 2L));
    }

    static String number(Fraction value) {
        return Shown.number(value);
    }
}
