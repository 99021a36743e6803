package cn.zhengai.core.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps a question about everything to a twentieth of the time: after one that took a minute the next waits for twenty,
 * and never longer than an hour. What takes milliseconds is hardly held back. Safe for use by many threads.
 */
public final class Pace {
    private static final int SHARE = 20;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final InstantSource time;
    private volatile Asked last = new Asked(Instant.MIN, Duration.ZERO);

    /** @param time by which questions are timed; a clock that is set back makes the next one due */
    public Pace(InstantSource time) {
        this.time = time;
    }

    /** May it be asked again? */
    public boolean due() {
        Asked asked = last;
        Instant now = time.instant();
        return now.isBefore(asked.began) || !now.isBefore(asked.began.plus(asked.rest()));
    }

    /** How long it took last; zero when it was never asked. */
    public Duration took() {
        return last.took;
    }

    /** Asks. One that failed may be asked again at once. */
    public void ask(Runnable question) {
        Instant from = time.instant();
        question.run();
        Duration took = Duration.between(from, time.instant());
        last = new Asked(from, took.isNegative() ? Duration.ZERO : took);
    }

    private record Asked(Instant began, Duration took) {
        Duration rest() {
            Duration rest = took.multipliedBy(SHARE);
            return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
        }
    }
}
