package cn.zhengai.core.port;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.Summary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All readings for good. The same reading written twice is one; another value of the same series and instant is a
 * revision: {@link #read} gives the one in force, {@link #revisions} all. Safe for use by many threads; sinks are
 * called by the calling thread.
 */
public interface ReadingStore extends AutoCloseable {
    /** As known now. */
    Instant NOW = Instant.MAX;

    /**
     * Readings in force of a series, by instant.
     *
     * @param from first instant, epoch milliseconds
     * @param until first instant no longer wanted
     * @param asOf leaves out what was recorded after this instant; {@link #NOW}: all
     */
    List<Logged> read(Series series, long from, long until, Instant asOf);

    /** The reading in force of the newest instant of every series of these points; any order. */
    void latest(Set<String> points, Instant asOf, Consumer<Logged> sink);

    /** Sums over the readings in force of every series of these points that has any in the span; any order. */
    void summarise(Set<String> points, long from, long until, Instant asOf, Consumer<Summary> sink);

    /** Every reading ever logged of these series up to a sequence number, revisions included, duplicates left out; by seq. */
    List<Logged> history(Collection<Series> series, long throughSeq);

    /** Every reading ever logged of one series and instant, by seq. */
    List<Logged> revisions(Series series, long at);

    /** The newest instant of every series logged up to a sequence number; any order. */
    void newest(long throughSeq, NewestSink sink);

    /** How many readings are in force, how many were superseded. */
    Counts counts();

    @Override
    void close();

    /** Takes the newest instant of a series, epoch milliseconds. */
    interface NewestSink {
        void accept(Series series, long at);
    }

    /** Totals. */
    record Counts(long inForce, long superseded, long series) {}
}
