package cn.zhengai.core.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set of values, written as {@code >= 98}, {@code < 90}, {@code = 0}, {@code 14..16} (both ends in) or
 * {@code outside 12..18} (both ends out of the set, that is {@code < 12} or {@code > 18}).
 *
 * <p>Held as at most two closed, ordered, disjoint intervals of {@link Micros#position positions}; every comparator is
 * exact for decimals and for ratios alike.
 *
 * @param text as written, with the comparator spelt out; what people are shown
 * @param bounds low and high of each interval, in turn
 */
public record Condition(String text, List<Long> bounds) {
    private static final long LOWEST = -2 * Micros.MAX - 2;
    private static final long HIGHEST = 2 * Micros.MAX + 2;
    private static final String NUMBER = "\\s*(-?\\d+(?:\\.\\d+)?)\\s*";
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=|≥|≤|)" + NUMBER);
    private static final Pattern RANGE = Pattern.compile("(outside\\s)?" + NUMBER + "\\.\\." + NUMBER);

    public Condition {
        bounds = List.copyOf(bounds);
        if (bounds.isEmpty() || bounds.size() % 2 != 0) {
            throw new IllegalArgumentException("bounds come in pairs: " + bounds);
        }
        for (int i = 0; i < bounds.size(); i++) {
            if (i > 0 && bounds.get(i) < bounds.get(i - 1)) {
                throw new IllegalArgumentException("bounds must rise: " + bounds);
            }
        }
    }

    /**
     * Reads a condition; a bare number takes {@code comparator}.
     *
     * @throws IllegalArgumentException when the text is no condition, a number has more than six decimals, or a range
     *     is upside down
     */
    public static Condition parse(String text, String comparator) {
        String trimmed = text.trim();
        try {
            Matcher range = RANGE.matcher(trimmed);
            if (range.matches()) {
                return range(range.group(1) != null, Micros.parse(range.group(2)), Micros.parse(range.group(3)));
            }
            Matcher comparison = COMPARISON.matcher(trimmed);
            if (comparison.matches()) {
                String sign = comparison.group(1).isEmpty() ? comparator : comparison.group(1);
                return comparison(sign, Micros.parse(comparison.group(2)));
            }
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("more than six decimals or too large: " + text, tooFine);
        }
        throw new IllegalArgumentException("not a condition: " + text);
    }

    /** {@code sign} is one of {@code >= <= > < =} (or ≥ ≤); {@code micros} as in {@link Micros}. */
    public static Condition comparison(String sign, long micros) {
        long p = Micros.position(micros, false);
        return switch (sign) {
            case ">=", "≥" -> new Condition(">= " + Micros.text(micros), List.of(p, HIGHEST));
            case "<=", "≤" -> new Condition("<= " + Micros.text(micros), List.of(LOWEST, p));
            case ">" -> new Condition("> " + Micros.text(micros), List.of(p + 1, HIGHEST));
            case "<" -> new Condition("< " + Micros.text(micros), List.of(LOWEST, p - 1));
            case "=" -> new Condition("= " + Micros.text(micros), List.of(p, p));
            default -> throw new IllegalArgumentException("no comparator: " + sign);
        };
    }

    private static Condition range(boolean outside, long low, long high) {
        if (low > high) {
            throw new IllegalArgumentException("range is upside down: " + Micros.text(low) + ".." + Micros.text(high));
        }
        String text = Micros.text(low) + ".." + Micros.text(high);
        long from = Micros.position(low, false);
        long to = Micros.position(high, false);
        return outside
                ? new Condition("outside " + text, List.of(LOWEST, from - 1, to + 1, HIGHEST))
                : new Condition(text, List.of(from, to));
    }

    /** Does the value at this {@link Micros#position position} belong? Allocates nothing. */
    public boolean holds(long position) {
        for (int i = 0; i < bounds.size(); i += 2) {
            if (position >= bounds.get(i) && position <= bounds.get(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** A position in both sets, if any: preferably a whole millionth. */
    public OptionalLong overlap(Condition other) {
        OptionalLong between = OptionalLong.empty();
        for (int i = 0; i < bounds.size(); i += 2) {
            for (int j = 0; j < other.bounds.size(); j += 2) {
                long low = Math.max(bounds.get(i), other.bounds.get(j));
                long high = Math.min(bounds.get(i + 1), other.bounds.get(j + 1));
                if (low <= high) {
                    OptionalLong witness = witness(low, high);
                    if (witness.getAsLong() % 2 == 0) {
                        return witness;
                    }
                    between = witness;
                }
            }
        }
        return between;
    }

    /** A position in this set and not in {@code other}, if any. */
    public OptionalLong outside(Condition other) {
        return overlap(other.complement());
    }

    private Condition complement() {
        List<Long> gaps = new ArrayList<>();
        long next = LOWEST - 1;
        for (int i = 0; i < bounds.size(); i += 2) {
            if (bounds.get(i) > next) {
                gaps.add(next);
                gaps.add(bounds.get(i) - 1);
            }
            next = bounds.get(i + 1) + 1;
        }
        if (next <= HIGHEST + 1) {
            gaps.add(next);
            gaps.add(HIGHEST + 1);
        }
        return new Condition("not (" + text + ")", gaps);
    }

    private static OptionalLong witness(long low, long high) {
        long nearZero = low > 0 ? low : Math.min(high, 0);
        if (nearZero % 2 != 0) {
            nearZero = nearZero + 1 <= high ? nearZero + 1 : nearZero - 1 >= low ? nearZero - 1 : nearZero;
        }
        return OptionalLong.of(nearZero);
    }

    /** The numbers it is written with, in millionths, rising: one, or two for a range. */
    public List<Long> figures() {
        List<Long> figures = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i += 2) {
            if (bounds.get(i) > LOWEST) {
                figures.add(Math.floorDiv(bounds.get(i), 2));
            }
            if (bounds.get(i + 1) < HIGHEST) {
                figures.add(Math.floorDiv(bounds.get(i + 1) + 1, 2));
            }
        }
        return figures.stream().distinct().toList();
    }

    /** The first of {@link #figures}: the number of a one-sided condition or an equality, the lower end of a range. */
    public long figure() {
        return figures().get(0);
    }

    @Override
    public String toString() {
        return text;
    }
}
