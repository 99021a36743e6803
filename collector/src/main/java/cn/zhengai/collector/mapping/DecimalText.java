package cn.zhengai.collector.mapping;

import cn.zhengai.core.measure.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/**
 * Decimal text to {@link Micros}, exactly: no binary fraction in between, no exception for bad text. A result below
 * {@link #LOWEST} is not a number but one of the constants that say why.
 *
 * <p>Worked: {@code 95.5} is 95_500_000; {@code 1e3} is 1_000_000_000; {@code 0.1234567} is {@link #TOO_FINE}, with two
 * decimals declared 120_000.
 */
public final class DecimalText {
    /** Results from here on are numbers. */
    public static final long LOWEST = -Micros.MAX;

    public static final long NOT_A_NUMBER = Long.MIN_VALUE;
    public static final long NOT_FINITE = Long.MIN_VALUE + 1;
    public static final long TOO_FINE = Long.MIN_VALUE + 2;
    public static final long TOO_LARGE = Long.MIN_VALUE + 3;

    /** More than six decimals are refused. */
    public static final int EXACT = -1;

    private static final int SCALE = 6;
    private static final int SAFE_WHOLE_DIGITS = 12;
    private static final int LONGEST = 400;
    private static final int WHOLE_DIGITS_AT_MOST = 13;
    private static final long[] TENS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};
    private static final Set<String> ENDLESS = Set.of("nan", "inf", "infinity", "∞", "1.#inf", "1.#ind", "1.#qnan");

    private DecimalText() {}

    /**
     * Reads a number.
     *
     * @param decimals rounds half-even to so many (0..6); {@link #EXACT}: more than six are {@link #TOO_FINE}
     */
    public static long parse(String text, int decimals) {
        int end = text.length();
        int i = end > 0 && text.charAt(0) == '-' ? 1 : 0;
        long value = 0;
        int whole = i;
        while (i < end && isDigit(text.charAt(i))) {
            value = value * 10 + (text.charAt(i++) - '0');
        }
        whole = i - whole;
        int fraction = 0;
        if (i < end && text.charAt(i) == '.') {
            int first = ++i;
            while (i < end && isDigit(text.charAt(i)) && i - first < SCALE) {
                value = value * 10 + (text.charAt(i++) - '0');
            }
            fraction = i - first;
        }
        boolean plain = i == end && whole > 0 && whole <= SAFE_WHOLE_DIGITS;
        if (!plain || (decimals != EXACT && fraction > decimals)) {
            return slowly(text, decimals);
        }
        long micros = value * TENS[fraction];
        return text.charAt(0) == '-' ? -micros : micros;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long slowly(String text, int decimals) {
        if (isEndless(text)) {
            return NOT_FINITE;
        }
        if (!looksDecimal(text)) {
            return NOT_A_NUMBER;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException bad) {
            return NOT_A_NUMBER;
        }
        if (number.signum() == 0) {
            return 0;
        }
        long wholeDigits = (long) number.precision() - number.scale();
        if (wholeDigits > WHOLE_DIGITS_AT_MOST) {
            return TOO_LARGE;
        }
        if (wholeDigits < -LONGEST) {
            return decimals == EXACT ? TOO_FINE : 0;
        }
        return fitted(number, decimals);
    }

    private static long fitted(BigDecimal number, int decimals) {
        BigDecimal rounded = decimals == EXACT ? number : number.setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal stripped = rounded.stripTrailingZeros();
        if (stripped.scale() > SCALE) {
            return TOO_FINE;
        }
        BigDecimal micros = stripped.movePointRight(SCALE);
        return micros.abs().compareTo(BigDecimal.valueOf(Micros.MAX)) > 0 ? TOO_LARGE : micros.longValueExact();
    }

    /** NaN or an infinity as any system spells it. */
    public static boolean isEndless(String text) {
        if (text.length() > 9) {
            return false;
        }
        String bare = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        return ENDLESS.contains(bare.toLowerCase(Locale.ROOT));
    }

    /** Only characters a decimal number is written with: keeps other alphabets' digits and endless texts out. */
    private static boolean looksDecimal(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }
}
