package cn.zhengai.core.reading;

import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.Micros;

/**
 * One value of a series that speaks about one instant (采集值).
 *
 * <p>Two readings of the same series and instant are the same when value, numerator, denominator and revision are equal;
 * otherwise the later is a revision. The one in force is that of the highest {@code revision}, and among equals the one
 * logged last.
 *
 * @param at the instant it speaks about, epoch milliseconds
 * @param position the exact value as {@link Micros#position}
 * @param numerator in millionths; 0 for a plain value
 * @param denominator in millionths, positive; 0 for a plain value
 * @param revision the source's own count or clock of corrections; 0 when it has none
 * @param row where in its batch it stood, from 1
 */
public record Reading(Series series, long at, long position, long numerator, long denominator, long revision, int row) {

    /** A plain value in {@link Micros}. */
    public static Reading plain(Series series, long at, long micros, int row) {
        return new Reading(series, at, Micros.position(micros, false), 0, 0, 0, row);
    }

    /**
     * A quotient.
     *
     * @param scale of the point's unit, 100 for %
     * @throws ArithmeticException when the denominator is not positive or the quotient too large
     */
    public static Reading ratio(Series series, long at, long numerator, long denominator, int scale, int row) {
        long position = Micros.ratioPosition(numerator, denominator, scale);
        return new Reading(series, at, position, numerator, denominator, 0, row);
    }

    /** The same, as the source's correction number {@code revision}. */
    public Reading revised(long newRevision) {
        return new Reading(series, at, position, numerator, denominator, newRevision, row);
    }

    /** The same of that series. */
    public Reading of(Series other) {
        return new Reading(other, at, position, numerator, denominator, revision, row);
    }

    /** Carries numerator and denominator. */
    public boolean isRatio() {
        return denominator != 0;
    }

    /** The value, exactly; {@code scale} is that of the point's unit, 100 for %. */
    public Fraction value(int scale) {
        return isRatio()
                ? Fraction.of(numerator, denominator).times(Fraction.of(scale))
                : Fraction.ofMicros(Math.floorDiv(position, 2));
    }

    /** The same reading in the sense of the class comment; row does not matter. */
    public boolean sameAs(Reading other) {
        return at == other.at
                && position == other.position
                && numerator == other.numerator
                && denominator == other.denominator
                && revision == other.revision
                && series.equals(other.series);
    }
}
