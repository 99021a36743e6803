package cn.zhengai.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set; may also be set back. Safe for use by many threads. */
public final class SettableTime implements InstantSource {
    private Instant now;

    public SettableTime(Instant start) {
        now = start;
    }

    /** Starts at an instant such as {@code 2026-09-01T00:00:00Z}. */
    public static SettableTime at(String start) {
        return new SettableTime(Instant.parse(start));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** Moves on and says what time it is then. */
    public synchronized Instant advance(Duration by) {
        now = now.plus(by);
        return now;
    }
}
