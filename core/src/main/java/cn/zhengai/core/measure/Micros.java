package cn.zhengai.core.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Fixed-point numbers: a {@code long} that counts millionths. {@code 95.5} is {@code 95_500_000}.
 *
 * <p>The magnitude is at most 4 * 10^12 (so that twice a value still fits a long, see {@link #position}).
 */
public final class Micros {
    /** Millionths in one. */
    public static final long ONE = 1_000_000L;
    /** Largest magnitude a value may have, in millionths: 4 * 10^12 in units. */
    public static final long MAX = 4_000_000_000_000_000_000L;

    private static final int DIGITS = 6;

    private Micros() {}

    /**
     * Whole number of units in millionths.
     *
     * @throws ArithmeticException beyond {@link #MAX}
     */
    public static long ofWhole(long units) {
        return checked(Math.multiplyExact(units, ONE));
    }

    /**
     * Exact value in millionths.
     *
     * @throws ArithmeticException when the number has more than six decimals or is beyond {@link #MAX}
     */
    public static long exactly(BigDecimal number) {
        return checked(number.setScale(DIGITS, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact());
    }

    /**
     * As {@link #exactly} of a decimal text such as {@code "95.5"}.
     *
     * @throws NumberFormatException when it is no number
     */
    public static long parse(String text) {
        return exactly(new BigDecimal(text));
    }

    /** The number of units, without trailing zeros: {@code 95_500_000} is {@code 95.5}. */
    public static BigDecimal toDecimal(long micros) {
        BigDecimal d = BigDecimal.valueOf(micros, DIGITS).stripTrailingZeros();
        return d.scale() < 0 ? d.setScale(0) : d;
    }

    /** Plain text of {@link #toDecimal}, never in scientific notation. */
    public static String text(long micros) {
        return toDecimal(micros).toPlainString();
    }

    /**
     * Where a value stands on the number line, exactly: {@code 2 * floor} for a whole count of millionths, one more for
     * a value strictly between this millionth and the next (a ratio such as 2/3 that has no finite decimal). Positions
     * keep the order of the values they stand for, and every comparison with a line of at most six decimals is exact.
     */
    public static long position(long floorMicros, boolean inexact) {
        return 2 * floorMicros + (inexact ? 1 : 0);
    }

    /**
     * Position of {@code scale * numerator / denominator} (scale 100 for %, 1000 for ‰, 1 for plain quotients).
     *
     * @param denominator positive; unit as the numerator's
     * @throws ArithmeticException when the quotient is beyond {@link #MAX} or the denominator is not positive
     */
    public static long ratioPosition(long numerator, long denominator, int scale) {
        if (denominator <= 0) {
            throw new ArithmeticException("denominator must be positive: " + text(denominator));
        }
        long factor = scale * ONE;
        if (Math.multiplyHigh(numerator, factor) == (numerator >> 63) && ((numerator * factor) ^ numerator) >= 0) {
            long product = numerator * factor;
            long floor = Math.floorDiv(product, denominator);
            return position(checked(floor), floor * denominator != product);
        }
        BigInteger[] parts = BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(factor))
                .divideAndRemainder(BigInteger.valueOf(denominator));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return position(checked(floor.longValueExact()), parts[1].signum() != 0);
    }

    private static long checked(long micros) {
        if (micros > MAX || micros < -MAX) {
            throw new ArithmeticException("beyond 4 * 10^12: " + micros);
        }
        return micros;
    }
}
