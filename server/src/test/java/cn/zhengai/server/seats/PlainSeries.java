package cn.zhengai.server.seats;

import cn.zhengai.core.reading.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one section says about one point, in plain arrays, and its warnings by plain counting. Must not know the product's
 * rules, only its types to compare with.
 */
final class PlainSeries {
    private final Lines lines;
    private final boolean large;
    private long[] at = new long[1024];
    private int[] top = new int[1024];
    private int[] bottom = new int[1024];
    private int size;
    long sumTop;
    long sumBottom;

    /** The catalogue's lines, said a second time. */
    interface Lines {
        /** 3 in warning, 2 merely below standard and that is worth a warning, 1 neither, 0 on standard. */
        int gravity(long at, boolean large, int top, int bottom);

        long holdMillis();

        long calmMillis();
    }

    PlainSeries(Lines lines, boolean large) {
        this.lines = lines;
        this.large = large;
    }

    void add(long instant, int newTop, int newBottom) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            top = Arrays.copyOf(top, 2 * size);
            bottom = Arrays.copyOf(bottom, 2 * size);
        }
        at[size] = instant;
        top[size] = newTop;
        bottom[size] = newBottom;
        size++;
        sumTop += newTop;
        sumBottom += newBottom;
    }

    int size() {
        return size;
    }

    boolean isLarge() {
        return large;
    }

    int lastTop() {
        return top[size - 1];
    }

    /** The first place at which the product has something else, in words; empty when it has the same. */
    List<String> differences(List<Reading> product, boolean quotient) {
        if (product.size() != size) {
            return List.of(product.size() + " readings instead of " + size);
        }
        for (int i = 0; i < size; i++) {
            Reading reading = product.get(i);
            boolean same = reading.at() == at[i]
                    && (quotient
                            ? reading.numerator() == top[i] * 1_000_000L
                                    && reading.denominator() == bottom[i] * 1_000_000L
                            : !reading.isRatio() && reading.position() == top[i] * 2_000_000L);
            if (!same) {
                return List.of(reading + " instead of " + at[i] + ": " + top[i] + " / " + bottom[i]);
            }
        }
        return List.of();
    }

    /** Episodes by one walk over the readings. */
    List<Episode> episodes(String point, String section) {
        List<Episode> episodes = new ArrayList<>();
        long runSince = 0;
        int runKind = -1;
        Episode open = null;
        for (int i = 0; i < size; i++) {
            int gravity = lines.gravity(at[i], large, top[i], bottom[i]);
            int kind = gravity >= 2 ? 2 : gravity;
            if (kind != runKind) {
                runKind = kind;
                runSince = at[i];
            }
            if (open == null && kind == 2 && at[i] - runSince >= lines.holdMillis()) {
                open = new Episode(point, section, runSince, at[i], OptionalLong.empty(), gravity, "OPEN");
            } else if (open != null && kind == 0 && at[i] - runSince >= lines.calmMillis()) {
                episodes.add(open.cleared(at[i]));
                open = null;
            } else if (open != null) {
                open = open.goesOn(gravity);
            }
        }
        if (open != null) {
            episodes.add(open);
        }
        return episodes;
    }

    /** One warning; gravity 3 is ORANGE, 2 YELLOW. */
    record Episode(
            String point,
            String section,
            long firstAt,
            long raisedAt,
            OptionalLong clearedAt,
            int gravity,
            String status) {
        Episode cleared(long instant) {
            return new Episode(point, section, firstAt, raisedAt, OptionalLong.of(instant), gravity, "CLEARED");
        }

        Episode goesOn(int next) {
            return new Episode(
                    point,
                    section,
                    firstAt,
                    raisedAt,
                    clearedAt,
                    Math.max(gravity, next),
                    next >= 2 ? "OPEN" : "EASED");
        }
    }
}
