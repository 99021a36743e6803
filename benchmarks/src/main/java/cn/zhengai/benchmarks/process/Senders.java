package cn.zhengai.benchmarks.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Connections that send bodies as fast as they are taken. */
public final class Senders {
    private static final long PAUSE_NANOS = 20_000_000;

    private Senders() {}

    /** Sends all, in order as far as {@code connections} at once allow; returns when every one is durable. */
    public static void send(List<byte[]> bodies, int connections, WriteTarget target) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> sender = () -> {
            for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                while (!target.write(bodies.get(i))) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(sender);
            }
            for (Future<Boolean> done : threads.invokeAll(all)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("sending failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
