package cn.zhengai.alerting.warner;

import java.time.Duration;

/**
 * How much at a time.
 *
 * @param readings at most so many a turn
 * @param patience how long a turn waits when there is nothing to read
 */
public record Pace(int readings, Duration patience) {
    public static final Pace DEFAULT = new Pace(50_000, Duration.ofSeconds(1));

    public Pace {
        if (readings < 1 || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "at least one reading and no negative time: " + readings + ", " + patience);
        }
    }
}
