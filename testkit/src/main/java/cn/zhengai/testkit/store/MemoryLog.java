package cn.zhengai.testkit.store;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Logged;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A log with one partition in memory; the number of a reading is its place, from 1. */
final class MemoryLog {
    private final SeriesIndex index;
    private final ReentrantLock lock;
    private final Condition changed;
    private final Consumer<Logged> kept;
    private final List<Logged> all = new ArrayList<>();
    private final Map<String, Member> owners = new HashMap<>();
    private boolean closed;

    /** @param kept told of each reading under {@code lock} */
    MemoryLog(SeriesIndex index, ReentrantLock lock, Consumer<Logged> kept) {
        this.index = index;
        this.lock = lock;
        this.changed = lock.newCondition();
        this.kept = kept;
    }

    void append(List<Batch> batches) {
        lock.lock();
        try {
            demandOpen();
            for (Batch batch : batches) {
                for (Reading reading : batch.readings()) {
                    Logged logged = new Logged(all.size() + 1L, batch.head(), interned(reading));
                    all.add(logged);
                    kept.accept(logged);
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Reading interned(Reading r) {
        return new Reading(
                index.of(r.series().point(), r.series().subject()),
                r.at(),
                r.position(),
                r.numerator(),
                r.denominator(),
                r.revision(),
                r.row());
    }

    MessageLog.Subscription subscribe(String group, MessageLog.Assignment assignment) {
        return new Member(group, assignment);
    }

    long size() {
        lock.lock();
        try {
            return all.size();
        } finally {
            lock.unlock();
        }
    }

    /** Number of the last reading whose batch was recorded at or before this instant; 0 when there is none. */
    long lastRecordedBy(Instant instant) {
        lock.lock();
        try {
            demandOpen();
            return all.stream()
                    .filter(logged -> !logged.head().recordedAt().isAfter(instant))
                    .mapToLong(Logged::seq)
                    .max()
                    .orElse(0);
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
        private final String group;
        private final MessageLog.Assignment assignment;
        private @Nullable Long position;
        private boolean woken;

        Member(String group, MessageLog.Assignment assignment) {
            this.group = group;
            this.assignment = assignment;
        }

        @Override
        public MessageLog.Delivery poll(int most, Duration patience) {
            if (takeOver()) {
                position = assignment.assigned(0);
            }
            long left = patience.toNanos();
            lock.lock();
            try {
                while (!somethingNew() && !woken && left > 0) {
                    left = changed.awaitNanos(left);
                }
                demandOpen();
                woken = false;
                return somethingNew() ? next(most) : nothing();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return nothing();
            } finally {
                lock.unlock();
            }
        }

        private MessageLog.Delivery nothing() {
            long here = position == null ? 0 : position;
            return new MessageLog.Delivery(0, here, here, List.of());
        }

        private boolean somethingNew() {
            return closed || (position != null && all.size() > position);
        }

        private MessageLog.Delivery next(int most) {
            long after = position == null ? 0 : position;
            int until = (int) Math.min(all.size(), after + most);
            List<Logged> readings = all.subList((int) after, until);
            position = (long) until;
            return new MessageLog.Delivery(0, after, until, readings);
        }

        /** One member of a group has the partition; the next takes it when that one closes. */
        private boolean takeOver() {
            lock.lock();
            try {
                demandOpen();
                return owners.putIfAbsent(group, this) == null;
            } finally {
                lock.unlock();
            }
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
            boolean had;
            lock.lock();
            try {
                had = owners.remove(group, this);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            if (had && position != null) {
                position = null;
                assignment.revoked(0);
            }
        }
    }
}
