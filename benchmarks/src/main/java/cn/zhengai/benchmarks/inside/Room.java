package cn.zhengai.benchmarks.inside;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.alerting.warner.WarnerMeter;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.store.MemoryReadings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** A warner with nothing real around it: readings from a tape, warnings kept nowhere. */
final class Room {
    /** Readings a turn, as the product has it. */
    static final int TURN = Pace.DEFAULT.readings();

    private Room() {}

    static Warner warner(Catalogue catalogue, SeriesIndex index, Supplier<List<Logged>> parts) {
        RuleBook book = RuleBook.of(catalogue);
        InstantSource time = InstantSource.fixed(Instant.EPOCH);
        Ports ports = new Ports(index, new Tape(parts), new MemoryReadings(index), new Forgetful());
        return new Warner(ports, () -> book, new Pace(TURN, Duration.ZERO), time, WarnerMeter.NONE);
    }
}
