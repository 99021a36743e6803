package cn.zhengai.assessment.rollup;

import cn.zhengai.core.measure.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An exact sum of many fractions. Equal denominators are added as whole numbers and the rest in pairs, because adding one
 * after the other carries an ever longer common denominator through every step.
 */
final class FractionSum {
    private final Map<BigInteger, BigInteger> topByBottom = new HashMap<>();
    private long count;

    void add(Fraction value) {
        topByBottom.merge(value.denominator(), value.numerator(), BigInteger::add);
        count++;
    }

    /** How many were added. */
    long count() {
        return count;
    }

    Fraction total() {
        List<Fraction> left = new ArrayList<>();
        topByBottom.forEach((bottom, top) -> left.add(new Fraction(top, bottom)));
        while (left.size() > 1) {
            int half = (left.size() + 1) / 2;
            for (int i = 0; i + half < left.size(); i++) {
                left.set(i, left.get(i).plus(left.get(i + half)));
            }
            left.subList(half, left.size()).clear();
        }
        return left.isEmpty() ? Fraction.ZERO : left.get(0);
    }
}
