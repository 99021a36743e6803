package cn.zhengai.assessment.rollup;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Summary;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What one series comes to over a cycle by the roll-up of its point, as an exact quotient in the point's unit. Kept as
 * two sums because a group's ratio needs the sums, not the quotients.
 *
 * @param count readings in force, at least 1
 * @param lastAt instant of the newest, epoch milliseconds
 * @param lastRow its row in its batch
 * @param quotient carries numerator and denominator, so that several can be added up: a ratio, or a last reading that
 *     has them
 * @param top dividend; of a quotient its numerators times the scale of the unit
 * @param bottom divisor, positive; zero when the readings do not fit the roll-up: quotients where plain values are
 *     summed, or plain values where a denominator is needed (the point was declared otherwise when they came)
 */
public record SeriesFigure(long count, long lastAt, int lastRow, boolean quotient, BigInteger top, BigInteger bottom) {
    private static final BigInteger MICROS = BigInteger.valueOf(Micros.ONE);

    /** Figure of a series; for SHARE_MET its last value, which is what is held against the standard. */
    public static SeriesFigure of(ControlPoint point, Summary summary) {
        BigInteger scale = BigInteger.valueOf(point.unit().scale());
        return switch (point.rollUp()) {
            case LAST, SHARE_MET -> last(summary, scale);
            case MEAN -> plain(summary, summary.sum(), MICROS.multiply(BigInteger.valueOf(summary.count())));
            case SUM -> plain(summary, summary.sum(), MICROS);
            case MIN -> plain(summary, ofPosition(summary.min()), MICROS);
            case MAX -> plain(summary, ofPosition(summary.max()), MICROS);
            case RATIO -> ratio(summary, scale);
        };
    }

    private static SeriesFigure last(Summary summary, BigInteger scale) {
        Reading last = summary.last();
        return last.isRatio()
                ? figure(
                        summary,
                        true,
                        BigInteger.valueOf(last.numerator()).multiply(scale),
                        BigInteger.valueOf(last.denominator()))
                : figure(summary, false, ofPosition(last.position()), MICROS);
    }

    private static SeriesFigure plain(Summary summary, BigInteger top, BigInteger bottom) {
        boolean hasQuotients = summary.denominators().signum() != 0;
        return figure(summary, false, top, hasQuotients ? BigInteger.ZERO : bottom);
    }

    private static SeriesFigure ratio(Summary summary, BigInteger scale) {
        boolean hasPlainValues = summary.sum().signum() != 0;
        return figure(
                summary,
                true,
                summary.numerators().multiply(scale),
                hasPlainValues ? BigInteger.ZERO : summary.denominators());
    }

    private static SeriesFigure figure(Summary summary, boolean quotient, BigInteger top, BigInteger bottom) {
        return new SeriesFigure(
                summary.count(), summary.last().at(), summary.last().row(), quotient, top, bottom);
    }

    private static BigInteger ofPosition(long position) {
        return BigInteger.valueOf(Math.floorDiv(position, 2L));
    }

    /** The figure in the point's unit; empty when the readings do not fit the roll-up. */
    public Optional<Fraction> value() {
        return bottom.signum() == 0 ? Optional.empty() : Optional.of(new Fraction(top, bottom));
    }
}
