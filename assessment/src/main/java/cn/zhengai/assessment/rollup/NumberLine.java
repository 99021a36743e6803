package cn.zhengai.assessment.rollup;

import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.Micros;

/** Where exact figures stand against conditions, however large they are. */
public final class NumberLine {
    private static final Fraction HIGHEST = Fraction.ofMicros(Micros.MAX);
    private static final Fraction LOWEST = Fraction.ofMicros(-Micros.MAX);
    private static final long BEYOND = 2 * Micros.MAX + 2;

    private NumberLine() {}

    /** As {@link Fraction#position}; a sum beyond what one value may be stands beyond every line. */
    public static long position(Fraction figure) {
        if (figure.compareTo(HIGHEST) > 0) {
            return BEYOND;
        }
        return figure.compareTo(LOWEST) < 0 ? -BEYOND : figure.position();
    }
}
