package cn.zhengai.core.port;

import cn.zhengai.core.reading.Logged;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the readings say of the sources that brought them. Safe for use by many threads; sinks are called by the calling
 * thread.
 */
public interface Provenance {
    /**
     * Readings in force about a span, counted by who brought them, of which point, about which day and known since which;
     * any order.
     *
     * @param from first instant, epoch milliseconds
     * @param until first instant no longer wanted
     * @param offset milliseconds by which local days begin before those of UTC
     */
    void supplied(long from, long until, long offset, Consumer<Supplied> sink);

    /**
     * Instants about which different sources say different things, the newest first, at most so many; a source counts
     * with what it said last. A source that repeats what had been said just before says nothing of its own.
     */
    List<Dispute> disputes(long from, long until, int most);

    /**
     * Readings of one source, point, day and day of knowledge.
     *
     * @param day local epoch day they speak about
     * @param knownDay local epoch day they were taken in on
     * @param history came as backfill
     * @param readings how many, at least 1
     * @param series of how many series
     * @param lagMillis mean time from what they speak about to taking them in, not negative
     */
    record Supplied(
            String source,
            String point,
            long day,
            long knownDay,
            boolean history,
            long readings,
            long series,
            long lagMillis) {}

    /**
     * One series and instant that sources do not agree on.
     *
     * @param said the last word of each source; the one in force first, then what would be if it were not
     */
    record Dispute(List<Logged> said) {
        public Dispute {
            said = List.copyOf(said);
            if (said.size() < 2) {
                throw new IllegalArgumentException("it takes two to disagree");
            }
        }

        public Logged inForce() {
            return said.get(0);
        }

        public List<Logged> others() {
            return said.subList(1, said.size());
        }
    }
}
