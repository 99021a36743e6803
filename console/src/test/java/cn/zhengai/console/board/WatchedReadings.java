package cn.zhengai.console.board;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Trouble;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts how often the latest readings are asked for; can be away. */
public final class WatchedReadings implements ReadingStore {
    private final ReadingStore readings;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean away;
    private volatile Runnable meanwhile = () -> {};

    public WatchedReadings(ReadingStore readings) {
        this.readings = readings;
    }

    int asked() {
        return asked.get();
    }

    /** What happens while it is asked for the latest. */
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    public void goAway() {
        away = true;
    }

    private ReadingStore there() {
        if (away) {
            throw new PortException(Trouble.UNAVAILABLE, "away");
        }
        return readings;
    }

    @Override
    public int partitionOf(Series series) {
        return readings.partitionOf(series);
    }

    @Override
    public Knowledge known() {
        return there().known();
    }

    @Override
    public Knowledge knownAt(Instant instant) {
        return there().knownAt(instant);
    }

    @Override
    public List<Logged> read(Series series, long from, long until, Knowledge asOf) {
        return there().read(series, from, until, asOf);
    }

    @Override
    public void latest(Set<String> points, Knowledge asOf, Consumer<Logged> sink) {
        meanwhile.run();
        asked.incrementAndGet();
        there().latest(points, asOf, sink);
    }

    @Override
    public void summarise(Set<String> points, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        there().summarise(points, from, until, asOf, sink);
    }

    @Override
    public void summariseSeries(
            Collection<Series> series, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        there().summariseSeries(series, from, until, asOf, sink);
    }

    @Override
    public List<Logged> history(Collection<Series> series, Knowledge asOf) {
        return there().history(series, asOf);
    }

    @Override
    public List<Logged> revisions(Series series, long at) {
        return there().revisions(series, at);
    }

    @Override
    public void newest(Knowledge asOf, NewestSink sink) {
        there().newest(asOf, sink);
    }

    @Override
    public List<Change> changes(ChangeQuery query) {
        return there().changes(query);
    }

    @Override
    public List<ChangeCount> changed(ChangeQuery query) {
        return there().changed(query);
    }

    @Override
    public Counts counts() {
        return there().counts();
    }

    @Override
    public void close() {
        readings.close();
    }
}
