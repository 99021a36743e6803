package cn.zhengai.testkit.store;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A log in memory; the number of a reading is its place in its partition, from 1. */
final class MemoryLog {
    private final SeriesIndex index;
    private final Partitioning partitioning;
    private final ReentrantLock lock;
    private final Condition changed;
    private final BiConsumer<Integer, Logged> kept;
    private final List<List<Logged>> partitions;
    private final Map<String, MemoryGroup> groups = new HashMap<>();
    private boolean closed;

    /** @param kept told of each reading and its partition under {@code lock} */
    MemoryLog(SeriesIndex index, Partitioning partitioning, ReentrantLock lock, BiConsumer<Integer, Logged> kept) {
        this.index = index;
        this.partitioning = partitioning;
        this.lock = lock;
        this.changed = lock.newCondition();
        this.kept = kept;
        this.partitions = IntStream.range(0, partitioning.partitions())
                .<List<Logged>>mapToObj(n -> new ArrayList<>())
                .toList();
    }

    void append(List<Batch> batches) {
        lock.lock();
        try {
            demandOpen();
            for (Batch batch : batches) {
                for (Reading reading : batch.readings()) {
                    Reading ours = reading.of(
                            index.of(reading.series().point(), reading.series().subject()));
                    int partition = partitioning.of(ours.series());
                    List<Logged> all = partitions.get(partition);
                    Logged logged = new Logged(all.size() + 1L, batch.head(), ours);
                    all.add(logged);
                    kept.accept(partition, logged);
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    MessageLog.Subscription subscribe(String group, MessageLog.Assignment assignment) {
        lock.lock();
        try {
            return new Member(
                    groups.computeIfAbsent(group, g -> new MemoryGroup(partitioning.partitions())), assignment);
        } finally {
            lock.unlock();
        }
    }

    Knowledge end() {
        return places(all -> (long) all.size());
    }

    /** Numbers of the last readings whose batch was recorded at or before this instant. */
    Knowledge lastRecordedBy(Instant instant) {
        return places(all -> all.stream()
                .filter(logged -> !logged.head().recordedAt().isAfter(instant))
                .mapToLong(Logged::seq)
                .max()
                .orElse(0));
    }

    private Knowledge places(Function<List<Logged>, Long> place) {
        lock.lock();
        try {
            demandOpen();
            return new Knowledge(partitions.stream().map(place).toList());
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void demandOpen() {
        if (closed) {
            throw new PortException(Trouble.UNAVAILABLE, "日志已关闭");
        }
    }

    private final class Member implements MessageLog.Subscription {
        private final MemoryGroup group;
        private final MessageLog.Assignment assignment;
        private final Map<Integer, Long> positions = new HashMap<>();
        private int last;
        private boolean woken;

        Member(MemoryGroup group, MessageLog.Assignment assignment) {
            this.group = group;
            this.assignment = assignment;
            group.join(this);
        }

        @Override
        public MessageLog.Delivery poll(int most, Duration patience) {
            long left = patience.toNanos();
            while (true) {
                rebalance();
                lock.lock();
                try {
                    demandOpen();
                    if (somethingNew() >= 0 || woken || left <= 0) {
                        woken = false;
                        return next(most);
                    }
                    left = changed.awaitNanos(left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return next(0);
                } finally {
                    lock.unlock();
                }
            }
        }

        /** Gives up what is another's, takes what is ours and free; the owner is told without the lock. */
        private void rebalance() {
            List<Integer> given;
            List<Integer> taken;
            lock.lock();
            try {
                demandOpen();
                given = positions.keySet().stream()
                        .filter(partition -> !group.isFor(partition, this))
                        .toList();
                positions.keySet().removeAll(given);
            } finally {
                lock.unlock();
            }
            given.forEach(assignment::revoked);
            lock.lock();
            try {
                group.free(given);
                taken = group.take(this);
                if (!given.isEmpty()) {
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
            taken.forEach(partition -> positions.put(partition, assignment.assigned(partition)));
        }

        /** A partition of ours with something to read, in turn; -1 when there is none. */
        private int somethingNew() {
            for (int step = 1; step <= partitions.size(); step++) {
                int partition = (last + step) % partitions.size();
                if (partitions.get(partition).size() > positions.getOrDefault(partition, Long.MAX_VALUE)) {
                    return partition;
                }
            }
            return -1;
        }

        private MessageLog.Delivery next(int most) {
            int partition = somethingNew();
            if (partition < 0 || most == 0) {
                int any = positions.keySet().stream().findFirst().orElse(0);
                long here = positions.getOrDefault(any, 0L);
                return new MessageLog.Delivery(any, here, here, List.of());
            }
            last = partition;
            long after = positions.getOrDefault(partition, 0L);
            int until = (int) Math.min(partitions.get(partition).size(), after + most);
            List<Logged> readings = partitions.get(partition).subList((int) after, until);
            positions.put(partition, (long) until);
            return new MessageLog.Delivery(partition, after, until, readings);
        }

        @Override
        public void commit(int partition, long upTo) {
            // nothing to compact: memory keeps everything
        }

        @Override
        public void wake() {
            lock.lock();
            try {
                woken = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            List<Integer> had = List.copyOf(positions.keySet());
            positions.clear();
            had.forEach(assignment::revoked);
            lock.lock();
            try {
                group.free(had);
                group.leave(this);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
