package cn.zhengai.server.demo;

/**
 * Chance that depends on nothing but its seed and what it is asked about: the same question has the same answer on
 * every machine and in every order, so a demo college can be told one day at a time.
 */
final class Dice {
    private static final double UNIT = 0x1.0p-53;
    private final long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    /** Uniform in [0, 1). */
    double uniform(String about, long which) {
        return (bits(about, which) >>> 11) * UNIT;
    }

    /** Around 0, mostly within -1 and 1, never beyond -3 and 3. */
    double bell(String about, long which) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += uniform(about, which * 6 + i);
        }
        return sum - 3;
    }

    /** Uniform in 0 .. sides-1. */
    int roll(String about, long which, int sides) {
        return (int) Math.floorMod(bits(about, which), (long) sides);
    }

    private long bits(String about, long which) {
        long h = seed * 0x9E3779B97F4A7C15L + which;
        for (int i = 0; i < about.length(); i++) {
            h = (h ^ about.charAt(i)) * 0x100000001B3L;
        }
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }
}
