package cn.zhengai.alerting.warner;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.reading.Logged;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log as group {@value #CONSUMER} and keeps warnings. One thread calls {@link #runOnce}; any may {@link #wake}.
 *
 * <p>A failing port ends {@code runOnce} with its {@link PortException}; the next call tries the same delivery again. When
 * another owner has taken a partition over ({@link Trouble#STALE}) the warner leaves the group, says so in the log, and
 * joins anew at the next call: what it gets assigned then it loads from the ledger.
 */
public final class Warner implements AutoCloseable {
    /** Name of the group and of the position in the ledger. */
    public static final String CONSUMER = "warner";

    private static final Logger LOG = LoggerFactory.getLogger(Warner.class);

    private final Ports ports;
    private final Supplier<RuleBook> rules;
    private final Pace pace;
    private final InstantSource time;
    private final WarnerMeter meter;
    private final Set<Integer> assigned = new HashSet<>();
    private final Map<Integer, Partition> loaded = new HashMap<>();
    private volatile MessageLog.@Nullable Subscription subscription;
    private RuleBook book;
    /** Of all partitions that are ours: a series is in one alone. */
    private SeriesTable table;

    private @Nullable Delivery current;
    private @Nullable Turn pending;

    /** @param rules asked before every turn; when it gives another book, warnings are brought in line with it first */
    public Warner(Ports ports, Supplier<RuleBook> rules, Pace pace, InstantSource time, WarnerMeter meter) {
        this.ports = ports;
        this.rules = rules;
        this.pace = pace;
        this.time = time;
        this.meter = meter;
        this.book = rules.get();
        this.table = new SeriesTable(book, 0);
    }

    /**
     * Deals with one delivery, or waits for one as long as the pace says.
     *
     * @return whether there was one; false also when a partition was given up
     * @throws PortException of log, store or ledger; nothing is lost, call again
     */
    public boolean runOnce() {
        try {
            return turn();
        } catch (PortException failed) {
            if (failed.trouble() == Trouble.STALE && !keptAfterAll()) {
                leave(failed);
                return false;
            }
            if (failed.trouble() == Trouble.STALE) {
                return done();
            }
            breakOff();
            throw failed;
        } catch (RuntimeException | Error defect) {
            breakOff();
            throw defect;
        }
    }

    /** What an evaluation left half done in memory is loaded anew; a finished turn waits to be kept. */
    private void breakOff() {
        if (pending == null && current != null) {
            loaded.remove(current.partition());
        }
    }

    private boolean turn() {
        if (current == null) {
            prepare();
            Delivery next = subscription().poll(pace.readings(), pace.patience());
            if (next.upTo() > next.after()) {
                current = next;
            }
        }
        prepare();
        Delivery delivery = current;
        if (delivery == null) {
            meter.lag(Duration.ZERO);
            return false;
        }
        Turn turn = pending;
        if (turn == null) {
            Partition partition = loaded.get(delivery.partition());
            if (partition == null) {
                current = null;
                return false;
            }
            turn = new Evaluation(ports, partition, meter).run(delivery);
            pending = turn;
        }
        ports.ledger().keep(turn);
        return done();
    }

    /** Loads what was assigned, and brings it in line with the rules; what waits to be kept comes first. */
    private void prepare() {
        if (pending != null) {
            return;
        }
        RuleBook newest = rules.get();
        if (newest != book) {
            book = newest;
            table = new SeriesTable(book, ports.index().size());
            loaded.clear();
        }
        for (int number : assigned) {
            if (!loaded.containsKey(number)) {
                Partition partition = Partition.load(number, table, ports);
                new Rebuild(ports, time, meter).run(partition, book);
                loaded.put(number, partition);
            }
        }
    }

    private boolean done() {
        Turn kept = pending;
        Delivery delivery = current;
        pending = null;
        current = null;
        if (kept == null || delivery == null) {
            return false;
        }
        Partition partition = loaded.get(kept.partition());
        if (partition != null) {
            partition.moveTo(kept.to());
        }
        List<Logged> readings = delivery.readings();
        if (!readings.isEmpty()) {
            meter.lag(Duration.between(readings.get(readings.size() - 1).head().recordedAt(), time.instant()));
        }
        subscription().commit(kept.partition(), kept.to());
        return true;
    }

    /** A turn whose first attempt failed may have been kept nevertheless. */
    private boolean keptAfterAll() {
        Turn turn = pending;
        return turn != null && ports.ledger().position(CONSUMER, turn.partition()) == turn.to();
    }

    private MessageLog.Subscription subscription() {
        MessageLog.Subscription joined = subscription;
        if (joined == null) {
            joined = ports.log().subscribe(CONSUMER, new Membership());
            subscription = joined;
        }
        return joined;
    }

    private void leave(PortException stale) {
        LOG.warn("预警进程的位置已被另一个实例推进，放弃当前分区并重新加入：{}", stale.getMessage());
        close();
    }

    /** Ends a waiting {@link #runOnce} early, e.g. because there are new rules. */
    public void wake() {
        MessageLog.Subscription joined = subscription;
        if (joined != null) {
            joined.wake();
        }
    }

    /** Leaves the group; called by the thread that runs it, or after that has ended. */
    @Override
    public void close() {
        MessageLog.Subscription joined = subscription;
        subscription = null;
        current = null;
        pending = null;
        assigned.clear();
        loaded.clear();
        if (joined != null) {
            joined.close();
        }
    }

    private final class Membership implements MessageLog.Assignment {
        @Override
        public long assigned(int partition) {
            assigned.add(partition);
            loaded.remove(partition);
            return ports.ledger().position(CONSUMER, partition);
        }

        @Override
        public void revoked(int partition) {
            assigned.remove(partition);
            loaded.remove(partition);
        }
    }
}
