package cn.zhengai.collector.follow;

import java.time.Instant;
import java.util.List;

/**
 * A topic of another system. Every call may end in a {@link cn.zhengai.core.port.PortException} with {@code UNAVAILABLE}
 * (may work later) or {@code REFUSED} (somebody has to change something), whose message is for people.
 */
public interface Topic {
    /** Connects; several turns may use one session. */
    Session open();

    /** A connection, for one thread at a time. After an exception it is of no use any more, save for closing. */
    interface Session extends AutoCloseable {
        /** Another one when a topic of the same name was made anew. No white space. */
        String identity();

        /** What every partition has now, by number. */
        List<Reach> reaches();

        /** First offset of a partition whose record was written at an instant or later; its end when there is none. */
        long firstSince(int partition, Instant at);

        /**
         * What follows in one partition.
         *
         * @param from offset
         * @param end of the partition as {@link #reaches} gave it, beyond {@code from}
         * @param most records at most
         */
        Portion read(int partition, long from, long end, int most);

        @Override
        void close();
    }

    /**
     * Of one partition, the records of transactions that were committed.
     *
     * @param begin first offset that is left
     * @param end offset of what comes next
     */
    record Reach(int partition, long begin, long end) {}

    /**
     * Records in order.
     *
     * @param next offset to go on from, beyond the one asked for; further than the last record where offsets have none
     */
    record Portion(List<TopicRecord> records, long next) {
        public Portion {
            records = List.copyOf(records);
        }
    }
}
