package cn.zhengai.collector.pull;

import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.PortException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When one source has its turns, and how the last one ended. */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 6;

    private final Puller puller;
    private final PullPorts ports;
    private final PullMeter meter;
    private final InstantSource time;
    private final Supplier<BooleanSupplier> slices;
    private final Pull pull;
    private final Instant since;
    private volatile PullStanding standing;

    /** @param slices makes what ends a turn early */
    Turns(Puller puller, PullPorts ports, PullMeter meter, InstantSource time, Supplier<BooleanSupplier> slices) {
        this.puller = puller;
        this.ports = ports;
        this.meter = meter;
        this.time = time;
        this.slices = slices;
        this.pull = puller.mapping().pull().orElseThrow();
        this.since = time.instant();
        this.standing = new PullStanding(mapping().id(), Optional.empty(), Optional.empty(), 0, since);
    }

    SourceMapping mapping() {
        return puller.mapping();
    }

    PullStanding standing() {
        return standing;
    }

    /** One turn when it is due; true when there is more at once. */
    boolean runOnce() {
        if (time.instant().isBefore(standing.nextAt())) {
            return false;
        }
        String id = mapping().id();
        try {
            PullCount count = puller.round(false, slices.get());
            meter.pulled(id, count);
            if (count.complete()) {
                compareWhenDue();
            }
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
                mapping().id(),
                complete ? Optional.of(now) : standing.lastCompleteAt(),
                Optional.empty(),
                0,
                complete ? now.plus(pull.pace().every()) : now);
    }

    private void failed(PortException failure) {
        String id = mapping().id();
        int failures = standing.failures() + 1;
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        String sentence = String.valueOf(failure.getMessage());
        LOG.warn("来源 {} 没有拉取成功，{} 秒后再试：{}", id, pause.toSeconds(), sentence);
        LOG.debug("pull of {}", id, failure);
        meter.failed(id, failure.trouble());
        standing = new PullStanding(
                id,
                standing.lastCompleteAt(),
                Optional.of(sentence),
                failures,
                time.instant().plus(pause));
    }

    private void compareWhenDue() {
        if (pull.nightly().isEmpty() || !isDue(pull.nightly().get())) {
            return;
        }
        String id = mapping().id();
        Compared found = puller.compare(time.instant());
        meter.compared(id, found);
        LOG.info(
                "来源 {} 对账：{} 个时段，{} 个不一致，补收 {} 行，{} 行已不在源库",
                id,
                found.spans(),
                found.differing(),
                found.fresh(),
                found.vanished());
    }

    /** The last time of day at which it should have been compared is after the last comparison. */
    private boolean isDue(Pull.Nightly nightly) {
        ZoneId zone = ports.desk().catalogue().zone();
        Instant now = time.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant todays = today.atTime(nightly.at()).atZone(zone).toInstant();
        Instant last = todays.isAfter(now)
                ? today.minusDays(1).atTime(nightly.at()).atZone(zone).toInstant()
                : todays;
        return last.isAfter(ports.cursors().comparedAt(mapping().id()).orElse(since));
    }
}
