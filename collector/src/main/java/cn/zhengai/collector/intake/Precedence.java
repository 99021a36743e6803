package cn.zhengai.collector.intake;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.reading.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The master's word stands: of a point with a declared master, other sources may fill gaps and no more.
 *
 * <p>What a master brings is taken in as it is. What another source brings is taken in when nothing is known of that
 * series and instant, or when it says the same as what is in force; its own revision numbers do not count there. So once
 * the master has spoken nothing comes after it, and what came before has revision 0 and a lower place in the log: the
 * value in force is the master's last word, in whatever order the batches came. Between others the first word stands, as far as it was appended.
 *
 * <p>Question and append must not be torn apart by another batch: the first reading of such a point takes a lock for the
 * rest of its batch. Catalogues without masters never do. For one thread, what it appends together.
 */
public final class Precedence implements AutoCloseable {
    private final Map<String, String> masterOf;
    private final Heard heard;
    private final ReentrantLock lock;

    Precedence(Map<String, String> masterOf, Heard heard, ReentrantLock lock) {
        this.masterOf = masterOf;
        this.heard = heard;
        this.lock = lock;
    }

    /** Master by point; only points that have one. */
    static Map<String, String> masters(Catalogue catalogue) {
        Map<String, String> masters = new HashMap<>();
        catalogue.points().values().forEach(p -> p.supply().master().ifPresent(m -> masters.put(p.id(), m)));
        return Map.copyOf(masters);
    }

    /** What a source brings, as it is to be appended; null when its point's master, or another before, has spoken already. */
    public @Nullable Reading judge(String source, Reading reading) {
        String master =
                masterOf.isEmpty() ? null : masterOf.get(reading.series().point());
        if (master == null) {
            return reading;
        }
        if (!lock.isHeldByCurrentThread()) {
            lock.lock();
        }
        if (master.equals(source)) {
            return reading;
        }
        Reading bare = reading.revision() == 0 ? reading : reading.revised(0);
        Optional<Reading> known = heard.inForce(reading.series(), reading.at());
        boolean free = known.isEmpty() || known.get().revised(0).sameAs(bare);
        return free ? bare : null;
    }

    /** What to tell the source, and what it can do. */
    public String why(Reading reading) {
        return "质控点 " + reading.series().point() + " 以来源“"
                + masterOf.get(reading.series().point()) + "”为准：这一时间已有采集值，其他来源只能补缺，不能改动。请由该来源更正，或修改目录里的 master。";
    }

    /** After the batch is appended, or has failed. */
    @Override
    public void close() {
        if (lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }
}
