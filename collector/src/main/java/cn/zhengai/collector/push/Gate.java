package cn.zhengai.collector.push;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds what is in flight, in requests and in bytes, so that a rush is answered with "later" and not with memory. */
public final class Gate {
    private final Semaphore requests;
    private final AtomicLong bytesLeft;

    public Gate(int requests, long bytes) {
        this.requests = new Semaphore(requests);
        this.bytesLeft = new AtomicLong(bytes);
    }

    /** A pass for one request; empty when there are too many. */
    Optional<Pass> enter() {
        return requests.tryAcquire() ? Optional.of(new Pass()) : Optional.empty();
    }

    /** One request inside; closed when it leaves. For one thread. */
    final class Pass implements AutoCloseable {
        private long held;

        /** Takes room for so many bytes more; false when there is none. */
        boolean take(long bytes) {
            if (bytesLeft.addAndGet(-bytes) < 0) {
                bytesLeft.addAndGet(bytes);
                return false;
            }
            held += bytes;
            return true;
        }

        @Override
        public void close() {
            bytesLeft.addAndGet(held);
            held = 0;
            requests.release();
        }
    }
}
