package cn.zhengai.collector.pull;

import cn.zhengai.core.port.PortException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When one source has its turns, and how the last one ended. A source that fails is left alone for a growing while. Turns
 * are for one thread; the standing may be asked by any.
 */
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 6;

    private final String source;
    private final Duration every;
    private final PullMeter meter;
    private final InstantSource time;
    private volatile PullStanding standing;

    /** @param every between the end of a turn that took everything and the next */
    public Attempts(String source, Duration every, PullMeter meter, InstantSource time) {
        this.source = source;
        this.every = every;
        this.meter = meter;
        this.time = time;
        this.standing = new PullStanding(source, Optional.empty(), Optional.empty(), 0, time.instant());
    }

    public PullStanding standing() {
        return standing;
    }

    /** Has a turn when it is due; true when there is more at once. */
    public boolean run(Supplier<PullCount> turn) {
        if (time.instant().isBefore(standing.nextAt())) {
            return false;
        }
        try {
            PullCount count = turn.get();
            succeeded(count.complete());
            return !count.complete();
        } catch (PortException failed) {
            failed(failed);
            return false;
        }
    }

    private void succeeded(boolean complete) {
        Instant now = time.instant();
        standing = new PullStanding(
                source,
                complete ? Optional.of(now) : standing.lastCompleteAt(),
                Optional.empty(),
                0,
                complete ? now.plus(every) : now);
    }

    private void failed(PortException failure) {
        int failures = standing.failures() + 1;
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        String sentence = String.valueOf(failure.getMessage());
        LOG.warn("来源 {} 没有读取成功，{} 秒后再试：{}", source, pause.toSeconds(), sentence);
        LOG.debug("turn of {}", source, failure);
        meter.failed(source, failure.trouble());
        standing = new PullStanding(
                source,
                standing.lastCompleteAt(),
                Optional.of(sentence),
                failures,
                time.instant().plus(pause));
    }
}
