package cn.zhengai.server.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The clock of a demo college. While history is told it stands where the exports were taken in, so that each month is known
 * since its end; afterwards it is the machine's. Never ahead of the machine's. Safe for use by many threads.
 */
public final class DemoTime implements InstantSource {
    private final InstantSource machine;
    private volatile Optional<Instant> told = Optional.empty();

    public DemoTime(InstantSource machine) {
        this.machine = machine;
    }

    /** Stands here until {@link #goOn}. */
    void standAt(Instant instant) {
        told = Optional.of(instant);
    }

    /** From now on the machine's clock. */
    void goOn() {
        told = Optional.empty();
    }

    @Override
    public Instant instant() {
        Instant now = machine.instant();
        return told.filter(then -> then.isBefore(now)).orElse(now);
    }
}
