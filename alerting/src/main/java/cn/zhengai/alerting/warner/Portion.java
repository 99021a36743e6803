package cn.zhengai.alerting.warner;

/**
 * How many series' histories are taken into memory at one time: so many that they have about
 * {@value #READINGS_AT_ONCE} readings together, judged by those before.
 */
final class Portion {
    static final int READINGS_AT_ONCE = 200_000;
    private static final int FIRST = 64;
    private static final int LARGEST = 4096;

    private int series = FIRST;

    int series() {
        return series;
    }

    /** So many series had so many readings. */
    void took(int taken, int readings) {
        if (taken > 0) {
            long fitting = (long) taken * READINGS_AT_ONCE / Math.max(1, readings);
            series = (int) Math.max(1, Math.min(Math.min(LARGEST, fitting), 2L * series));
        }
    }
}
