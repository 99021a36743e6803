package cn.zhengai.core.port;

import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
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
    /** All that is known when the question is asked: two questions in a row may know different things. */
    Knowledge NOW = Knowledge.ALL;

    /** What is known at this moment, for questions that belong together and for asking the same again years later. */
    Knowledge known();

    /**
     * What was known at an instant of the clock: all up to the last batch of the log that was recorded at or before it.
     * A later instant never gives less, also when a clock was set back in between: what stands before a batch was known
     * before it.
     */
    Knowledge knownAt(Instant instant);

    /** The partition of the log whose numbers the readings of a series have. */
    int partitionOf(Series series);

    /**
     * Readings in force of a series, by instant.
     *
     * @param from first instant, epoch milliseconds
     * @param until first instant no longer wanted
     * @param asOf leaves out what was not known yet; {@link #NOW}: nothing
     */
    List<Logged> read(Series series, long from, long until, Knowledge asOf);

    /** The reading in force of the newest instant of every series of these points; any order. */
    void latest(Set<String> points, Knowledge asOf, Consumer<Logged> sink);

    /** Sums over the readings in force of every series of these points that has any in the span; any order. */
    void summarise(Set<String> points, long from, long until, Knowledge asOf, Consumer<Summary> sink);

    /** As {@link #summarise} of these series alone. */
    void summariseSeries(Collection<Series> series, long from, long until, Knowledge asOf, Consumer<Summary> sink);

    /**
     * Every reading ever logged of these series that is known, revisions included, duplicates left out; by seq. A store
     * that is filled from the log may lag behind it: then this waits until what is asked for is there.
     *
     * @throws PortException {@link Trouble#UNAVAILABLE} when it is not there in a bounded time
     */
    List<Logged> history(Collection<Series> series, Knowledge asOf);

    /** Every reading ever logged of one series and instant, by seq. */
    List<Logged> revisions(Series series, long at);

    /**
     * The newest instant of every series of which something is known, any order: of the partitions alone in which anything
     * is. Waits as {@link #history} does.
     */
    void newest(Knowledge asOf, NewestSink sink);

    /** Values in force that are not what they were; logged last first. New instants are no changes. */
    List<Change> changes(ChangeQuery query);

    /** How many changed, by point and source, in this order. */
    List<ChangeCount> changed(ChangeQuery query);

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
