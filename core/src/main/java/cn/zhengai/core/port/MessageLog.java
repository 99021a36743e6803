package cn.zhengai.core.port;

import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import java.time.Duration;
import java.util.List;

/**
 * The durable log of accepted readings. Order holds per series; delivery is at least once; a consumer says where it
 * stands. Safe for use by many threads.
 */
public interface MessageLog extends AutoCloseable {
    /**
     * Appends all batches. When it returns they are durable; when it throws, none or all of what each batch has in a
     * partition, or a beginning of it, may be, and appending again is harmless to readers (the same reading counts once).
     * A log with one partition has each batch whole or not at all. Concurrent callers share commits.
     *
     * @throws PortException {@link Trouble#DISK_FULL}, {@link Trouble#UNAVAILABLE} after a bounded time
     */
    void append(List<Batch> batches);

    /** Where it stands: the number of the last durable reading of every partition. */
    Knowledge end();

    /** Reads on as a member of a group; partitions are assigned to its members. */
    Subscription subscribe(String group, Assignment assignment);

    @Override
    void close();

    /** Where a consumer stands; asked by the thread that polls. */
    interface Assignment {
        /** The partition is now ours: go on after the sequence number returned (0: from the beginning). */
        long assigned(int partition);

        /** The partition is no longer ours. */
        void revoked(int partition);
    }

    /** One member of a group; used by one thread, except {@link #wake}. */
    interface Subscription extends AutoCloseable {
        /**
         * What follows in one assigned partition, in order: at most {@code most} readings, and always up to the end of a
         * commit or {@code most}. Waits up to {@code patience} when there is nothing; then empty.
         */
        Delivery poll(int most, Duration patience);

        /** Everything up to here is dealt with: the log may compact it. */
        void commit(int partition, long upTo);

        /** Ends a waiting poll early; any thread. */
        void wake();

        @Override
        void close();
    }

    /**
     * Readings that follow each other in one partition.
     *
     * @param after the sequence number before the first; what the consumer's position must be
     * @param upTo the consumer's position once these are dealt with; {@code after} when there was nothing, beyond it
     *     also without readings, when what stood there is no reading: repeats that are gone, marks of the log's own,
     *     what was put aside
     */
    record Delivery(int partition, long after, long upTo, List<Logged> readings) {
        public Delivery {
            readings = List.copyOf(readings);
        }
    }
}
