package cn.zhengai.storage.duckdb.settle;

import cn.zhengai.core.port.PortException;
import cn.zhengai.storage.duckdb.settle.Settlement.Sizes;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that settles in the background. */
public final class Settler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final long QUIET_SECONDS = 10;

    private final Settlement settlement;
    private final Policy policy;
    private final LongSupplier last;
    private final Supplier<OptionalLong> done;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stirred = lock.newCondition();
    private final Thread thread = new Thread(this::work, "readings-settler");
    private boolean appended;
    private boolean quiet;
    private boolean closed;

    /**
     * @param last number of the last durable reading
     * @param done up to where every consumer is done
     */
    public Settler(Settlement settlement, Policy policy, LongSupplier last, Supplier<OptionalLong> done) {
        this.settlement = settlement;
        this.policy = policy;
        this.last = last;
        this.done = done;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Readings came in. Any thread; returns at once. */
    public void appended() {
        lock.lock();
        try {
            appended = true;
            stirred.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            while (awaitWork()) {
                look();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when closed; otherwise after an append, or when there was none for a while; at most once a second. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            await(() -> false, 1);
            await(() -> appended, QUIET_SECONDS);
            quiet = !appended;
            appended = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void await(BooleanSupplier enough, long seconds) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(seconds);
        while (!closed && !enough.getAsBoolean() && left > 0) {
            left = stirred.awaitNanos(left);
        }
    }

    private void look() {
        try {
            Sizes sizes = settlement.sizes();
            if (policy.due(sizes, quiet)) {
                long moved = settlement.settle(policy.upTo(sizes, last.getAsLong(), done.get()));
                LOG.debug("settled {} of {} logged readings beside {}", moved, sizes.logged(), sizes.settled());
            }
        } catch (PortException failure) {
            LOG.warn("整理采集值失败，稍后再试；读写不受影响。", failure);
        }
    }

    /** Waits for a settlement under way. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            stirred.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
