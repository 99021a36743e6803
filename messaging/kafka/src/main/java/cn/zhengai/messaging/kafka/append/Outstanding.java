package cn.zhengai.messaging.kafka.append;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Records that were handed to the producer and are not yet answered for. Counts, so that memory does not grow with them.
 * One thread sends and waits.
 */
final class Outstanding implements Callback {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong answered = new AtomicLong();
    private volatile @Nullable Exception failure;
    /** Known once all are sent. */
    private volatile long expected = Long.MAX_VALUE;

    private long sent;

    /** Before each record. */
    void sending() {
        sent++;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception failed) {
        if (failed != null && failure == null) {
            failure = failed;
        }
        if (answered.incrementAndGet() == expected || failed != null) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @throws Exception the first failure, when there was one: no use in sending more */
    void demandSound() throws Exception {
        Exception first = failure;
        if (first != null) {
            throw first;
        }
    }

    /**
     * Waits until all that were sent are durable.
     *
     * @throws Exception the first failure; {@link TimeoutException} when time is up
     */
    void await(long nanos) throws Exception {
        lock.lock();
        try {
            expected = sent;
            long left = nanos;
            while (answered.get() < sent && failure == null) {
                if (left <= 0) {
                    throw new TimeoutException("还有 " + (sent - answered.get()) + " 条没有得到确认，已等待 "
                            + TimeUnit.NANOSECONDS.toSeconds(nanos) + " 秒");
                }
                left = changed.awaitNanos(left);
            }
            demandSound();
        } finally {
            lock.unlock();
        }
    }
}
