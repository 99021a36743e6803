package cn.zhengai.collector.pull;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.testkit.ledger.MemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One source over a {@link LateTable}: safety lag 10 s, overlap one minute. */
final class PullRig {
    static final long SECOND = 1_000_000L;
    static final Pull.Pace PACE = new Pull.Pace(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(1));

    final LateTable table = new LateTable();
    final SourceMapping mapping = mapping(2);
    final Rig rig = new Rig(SmallCollege.catalogue(mapping));
    final Cursors cursors = new MemoryLedger().cursors();
    Puller puller = fresh();

    static SourceMapping mapping(int days) {
        Pull pull = new Pull(
                new Pull.Access("jdbc:none:", Optional.empty(), Optional.empty(), 100, Duration.ofSeconds(5)),
                "",
                new Pull.Watermark("written", Pull.Format.TIMESTAMP, "id", true, Optional.empty(), Optional.empty()),
                PACE,
                Optional.of(new Pull.Nightly(LocalTime.of(2, 30), days)));
        return new SourceMapping(
                "jw",
                "教务系统",
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty(),
                "{subject}",
                new SourceMapping.Time("at", "epoch-s"),
                List.of(new SourceMapping.Measure(
                        "{point}", Optional.of("value"), Optional.empty(), Optional.empty(), Optional.empty(), false)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pull));
    }

    PullPorts ports() {
        return new PullPorts(rig.desk, cursors, (one, zone) -> table, Runnable::run);
    }

    /** As after a restart: the ledger is all that is left. */
    Puller fresh() {
        return new Puller(mapping, ports());
    }

    PullCount round() {
        return puller.round(false, () -> false);
    }

    void pass(long seconds) {
        table.now += seconds * SECOND;
        rig.time.set(Instant.EPOCH.plus(table.now, java.time.temporal.ChronoUnit.MICROS));
    }

    /** The value in force of each id, by what was logged last. */
    Map<Integer, Integer> taken() {
        Map<Integer, Integer> taken = new HashMap<>();
        for (Logged logged : rig.logged()) {
            int id = Math.toIntExact(
                    TimeUnit.MILLISECONDS.toSeconds(logged.reading().at()) - 1_577_836_800L);
            taken.put(id, Math.toIntExact(logged.reading().position() / 2 / SECOND));
        }
        return taken;
    }
}
