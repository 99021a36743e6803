package cn.zhengai.alerting.dispatch;

import java.time.Duration;

/**
 * How long to wait after a failed attempt: 30 s, 1 min, 2 min ... doubling up to an hour; after {@value #MOST_ATTEMPTS}
 * attempts, about three days, never again.
 */
final class Backoff {
    /** Seven waits make 63.5 minutes, 71 more make 71 hours. */
    static final int MOST_ATTEMPTS = 79;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 7;

    private Backoff() {}

    /** @param attempts made so far, at least 1 */
    static Duration after(int attempts) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    static boolean exhausted(int attempts) {
        return attempts >= MOST_ATTEMPTS;
    }
}
