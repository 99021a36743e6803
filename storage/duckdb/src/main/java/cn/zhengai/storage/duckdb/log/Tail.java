package cn.zhengai.storage.duckdb.log;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The end of the log: how far it is durable, what came last (so that consumers that keep up never ask the tables), and
 * where consumers wait for more. Safe for use by many threads.
 */
final class Tail {
    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** By number of the first reading; without gaps up to {@link #last}. */
    private final TreeMap<Long, Run> runs = new TreeMap<>();

    private int held;
    private volatile long last;

    /** @param limit about how many readings to keep in memory */
    Tail(int limit) {
        this.limit = limit;
    }

    /** Number of the last durable reading; 0 when there is none. */
    long last() {
        return last;
    }

    /** Begins anew at a position; what is in memory is dropped. */
    void restart(long durable) {
        locked(() -> {
            runs.clear();
            held = 0;
            last = durable;
        });
    }

    /** These are durable now and follow each other after {@link #last}. */
    void publish(List<Run> durable) {
        locked(() -> {
            for (Run run : durable) {
                runs.put(run.first, run);
                held += run.readings.size();
                last = run.first + run.readings.size() - 1;
            }
            while (held > limit && runs.size() > 1) {
                held -= runs.pollFirstEntry().getValue().readings.size();
            }
        });
    }

    /** What follows {@code after}, at most so many; empty when it is no longer in memory. */
    Optional<List<Logged>> after(long after, int most) {
        lock.lock();
        try {
            Map.Entry<Long, Run> start = runs.floorEntry(after + 1);
            if (start == null) {
                return Optional.empty();
            }
            List<Logged> readings = new ArrayList<>();
            for (Run run : runs.tailMap(start.getKey(), true).values()) {
                if (readings.size() == most) {
                    break;
                }
                run.from(after + 1, most - readings.size(), readings);
            }
            return Optional.of(readings);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change until {@code enough} holds or time is up. */
    void await(BooleanSupplier enough, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!enough.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who wait look again. */
    void stir() {
        locked(() -> {});
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Readings of one batch that were logged one after the other. */
    record Run(long first, BatchHead head, List<Reading> readings) {
        private void from(long seq, int most, List<Logged> sink) {
            int start = (int) Math.max(0, seq - first);
            int end = (int) Math.min(readings.size(), (long) start + most);
            for (int i = start; i < end; i++) {
                sink.add(new Logged(first + i, head, readings.get(i)));
            }
        }
    }
}
