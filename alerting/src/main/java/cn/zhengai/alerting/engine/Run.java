package cn.zhengai.alerting.engine;

/**
 * Readings of one sort that follow each other unbroken.
 *
 * @param first instant of the first, epoch milliseconds; 0 without any
 * @param count how many
 */
public record Run(long first, int count) {
    /** Broken, or not begun. */
    public static final Run NONE = new Run(0, 0);

    Run and(long at) {
        return count == 0 ? new Run(at, 1) : new Run(first, count + 1);
    }
}
