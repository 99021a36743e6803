package cn.zhengai.collector.lineprotocol;

import cn.zhengai.core.reading.Reason;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Field values that are not strings: what type they are, and whether they are well formed and in range. */
final class FieldSyntax {
    private static final Set<String> BOOLEANS =
            Set.of("t", "T", "true", "True", "TRUE", "f", "F", "false", "False", "FALSE");
    private static final Set<String> ENDLESS = Set.of("nan", "inf", "infinity");
    private static final BigInteger LONG_LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger UNSIGNED_HIGHEST =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final int SURELY_LONG = 18;
    private static final int SURELY_FINITE = 300;

    private FieldSyntax() {}

    /**
     * The type of a value without {@link #trouble}; takes the type's letter off the token.
     */
    static FieldType type(Token value) {
        byte last = value.text[value.until - 1];
        if (last >= '0' && last <= '9' || last == '.') {
            return FieldType.FLOAT;
        }
        if (last == 'i' || last == 'u') {
            value.until--;
            return last == 'i' ? FieldType.INTEGER : FieldType.UNSIGNED;
        }
        return FieldType.BOOLEAN;
    }

    /** Why it is no value of any type; null when it is one. */
    static @Nullable Reason trouble(Token value) {
        if (value.isEmpty()) {
            return Reason.NO_VALUE;
        }
        byte last = value.text[value.until - 1];
        if (last == 'i' && value.until - value.from > 1) {
            return whole(value, true);
        }
        if (last == 'u') {
            return whole(value, false);
        }
        if (isFloat(value)) {
            return isFinite(value) ? null : Reason.TOO_LARGE;
        }
        return other(value.verbatim());
    }

    private static @Nullable Reason other(String text) {
        if (BOOLEANS.contains(text)) {
            return null;
        }
        String bare = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        return ENDLESS.contains(bare.toLowerCase(Locale.ROOT)) ? Reason.NOT_FINITE : Reason.NOT_A_NUMBER;
    }

    private static @Nullable Reason whole(Token value, boolean signed) {
        byte[] text = value.text;
        int until = value.until - 1;
        int from = value.from + (signed && text[value.from] == '-' ? 1 : 0);
        int after = digits(text, from, until);
        if (after != until || after == from) {
            return Reason.NOT_A_NUMBER;
        }
        if (until - from <= SURELY_LONG) {
            return null;
        }
        String all = value.verbatim();
        BigInteger number = new BigInteger(all.substring(0, all.length() - 1));
        boolean fits = signed
                ? number.compareTo(LONG_LOWEST) >= 0 && number.compareTo(LONG_HIGHEST) <= 0
                : number.compareTo(UNSIGNED_HIGHEST) <= 0;
        return fits ? null : Reason.TOO_LARGE;
    }

    /** {@code [-] digits [. [digits]] [exponent]} or {@code [-] . digits [exponent]}. */
    private static boolean isFloat(Token value) {
        byte[] text = value.text;
        int until = value.until;
        int from = value.from + (text[value.from] == '-' ? 1 : 0);
        int i = digits(text, from, until);
        int seen = i - from;
        if (i < until && text[i] == '.') {
            int after = digits(text, i + 1, until);
            seen += after - i - 1;
            i = after;
        }
        if (seen == 0) {
            return false;
        }
        if (i < until && (text[i] == 'e' || text[i] == 'E')) {
            int first = i + 1;
            if (first < until && (text[first] == '+' || text[first] == '-')) {
                first++;
            }
            i = digits(text, first, until);
            return i == until && i > first;
        }
        return i == until;
    }

    private static int digits(byte[] text, int from, int until) {
        int i = from;
        while (i < until && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isFinite(Token value) {
        boolean exponent = false;
        for (int i = value.from; i < value.until; i++) {
            exponent |= value.text[i] == 'e' || value.text[i] == 'E';
        }
        return (!exponent && value.until - value.from <= SURELY_FINITE)
                || Double.isFinite(Double.parseDouble(value.verbatim()));
    }
}
