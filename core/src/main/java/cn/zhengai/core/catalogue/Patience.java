package cn.zhengai.core.catalogue;

import java.time.Duration;

/**
 * How long a run must last before it counts: so many consecutive readings and at least so much time between the first
 * of the run and the reading that counts. Used as {@code hold} (before a warning is raised) and {@code calm} (before it
 * is cleared).
 *
 * @param readings at least 1
 * @param time zero or more
 */
public record Patience(int readings, Duration time) {
    /** The first reading counts. */
    public static final Patience NONE = new Patience(1, Duration.ZERO);

    public Patience {
        if (readings < 1 || time.isNegative()) {
            throw new IllegalArgumentException("at least one reading and no negative time: " + readings + ", " + time);
        }
    }

    /** Is a run of {@code count} readings that began at {@code first} long enough at {@code at} (epoch milliseconds)? */
    public boolean enough(int count, long first, long at) {
        return count >= readings && at - first >= time.toMillis();
    }
}
