package cn.zhengai.messaging.kafka.append;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Records that were handed to the producer and are not yet answered for. Counts, so that memory does not grow with them. */
final class Outstanding implements Callback {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long sent;
    private long answered;
    private volatile @Nullable Exception failure;

    /** Before each record. */
    void sending() {
        lock.lock();
        sent++;
        lock.unlock();
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception failed) {
        lock.lock();
        try {
            answered++;
            failure = failure == null ? failed : failure;
            if (failed != null || answered == sent) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
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
     * Waits until all are durable.
     *
     * @throws Exception the first failure; {@link java.util.concurrent.TimeoutException} when time is up
     */
    void await(long nanos) throws Exception {
        lock.lock();
        try {
            long left = nanos;
            while (answered < sent && failure == null) {
                if (left <= 0) {
                    throw new java.util.concurrent.TimeoutException(
                            "还有 " + (sent - answered) + " 条没有得到确认，已等待 " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " 秒");
                }
                left = changed.awaitNanos(left);
            }
            demandSound();
        } finally {
            lock.unlock();
        }
    }
}
