package cn.zhengai.collector.pull;

import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The turns of one source: rounds, and the nightly comparison when it is due. */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Puller puller;
    private final PullPorts ports;
    private final PullMeter meter;
    private final InstantSource time;
    private final Supplier<BooleanSupplier> slices;
    private final Pull pull;
    private final Instant since;
    private final Attempts attempts;

    /** @param slices makes what ends a turn early */
    Turns(Puller puller, PullPorts ports, PullMeter meter, InstantSource time, Supplier<BooleanSupplier> slices) {
        this.puller = puller;
        this.ports = ports;
        this.meter = meter;
        this.time = time;
        this.slices = slices;
        this.pull = puller.mapping().pull().orElseThrow();
        this.since = time.instant();
        this.attempts = new Attempts(mapping().id(), pull.pace().every(), meter, time);
    }

    SourceMapping mapping() {
        return puller.mapping();
    }

    PullStanding standing() {
        return attempts.standing();
    }

    /** One turn when it is due; true when there is more at once. */
    boolean runOnce() {
        return attempts.run(() -> {
            PullCount count = puller.round(false, slices.get());
            meter.pulled(mapping().id(), count);
            if (count.complete()) {
                compareWhenDue();
            }
            return count;
        });
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
