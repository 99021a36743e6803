package cn.zhengai.core.measure;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * Target, standard and warning value of a control point (目标值, 标准值, 预警值).
 *
 * <p>Source: domain page, section 2. Band = first that holds: warning, target, standard; else below standard.
 *
 * <p>Refused: a value that is in warning and on standard at once; a value on target but not on standard.
 */
public record ThreeLines(Condition target, Condition standard, Condition warning) {
    /** @throws Contradiction when the three lines contradict each other */
    public ThreeLines {
        OptionalLong both = warning.overlap(standard);
        if (both.isPresent()) {
            throw new Contradiction(Contradiction.Why.WARNING_AND_STANDARD, both.getAsLong());
        }
        OptionalLong loose = target.outside(standard);
        if (loose.isPresent()) {
            throw new Contradiction(Contradiction.Why.TARGET_NOT_STANDARD, loose.getAsLong());
        }
    }

    /** Band of the value at this {@link Micros#position position}; never {@link Band#UNKNOWN}. Allocates nothing. */
    public Band band(long position) {
        if (warning.holds(position)) {
            return Band.IN_WARNING;
        }
        if (target.holds(position)) {
            return Band.ON_TARGET;
        }
        return standard.holds(position) ? Band.ON_STANDARD : Band.BELOW_STANDARD;
    }

    /** The lines cannot stand together; {@link #witness} is a position that shows it. */
    public static final class Contradiction extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final Why why;
        private final long witness;

        Contradiction(Why why, long witness) {
            super(why + " at " + witnessText(witness));
            this.why = why;
            this.witness = witness;
        }

        public Why why() {
            return why;
        }

        /** A value that shows it, for people: {@code 92.5}. */
        public String witness() {
            return witnessText(witness);
        }

        private static String witnessText(long position) {
            long floor = Math.floorDiv(position, 2);
            return position % 2 == 0
                    ? Micros.text(floor)
                    : BigDecimal.valueOf(10 * floor + 5, 7).toPlainString();
        }

        /** Which rule is broken. */
        public enum Why {
            WARNING_AND_STANDARD,
            TARGET_NOT_STANDARD
        }
    }
}
