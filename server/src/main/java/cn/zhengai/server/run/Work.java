package cn.zhengai.server.run;

import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Knowledge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How much accepted work is not yet done: readings to evaluate, facts to route, notices to send. */
public final class Work {
    private static final int SOME = 1000;
    private final Stores stores;
    private final Set<String> channels;

    /** @param channels over which notices can be sent: those of others wait for somebody, not for us */
    public Work(Stores stores, Set<String> channels) {
        this.stores = stores;
        this.channels = Set.copyOf(channels);
    }

    /** Readings in the log that the warner has not dealt with. */
    public long readings() {
        return readings(stores.readings().log().end());
    }

    /** Those of them that stand in the log up to here. */
    long readings(Knowledge end) {
        WarningLedger warnings = stores.ledger().warnings();
        List<Long> ends = end.places();
        return IntStream.range(0, ends.size())
                .mapToLong(
                        partition -> Math.max(0, ends.get(partition) - warnings.position(Warner.CONSUMER, partition)))
                .sum();
    }

    private long notices() {
        return stores.ledger().outbox().waiting().entrySet().stream()
                .filter(waiting -> channels.contains(waiting.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** All of it; facts are counted up to a thousand. */
    public long left() {
        Ledger ledger = stores.ledger();
        int facts = ledger.warnings().facts(ledger.outbox().routedUpTo(), SOME).size();
        return readings() + facts + notices();
    }
}
