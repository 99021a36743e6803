package cn.zhengai.alerting.warner;

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
import java.util.function.Consumer;

/** A store that gives no history when told so. */
final class FailingStore implements ReadingStore {
    private final ReadingStore store;
    /** The next so many questions for history fail. */
    int silent;
    /** The next so many questions for history meet a defect. */
    int defective;

    FailingStore(ReadingStore store) {
        this.store = store;
    }

    @Override
    public void summariseSeries(
            Collection<Series> series, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        store.summariseSeries(series, from, until, asOf, sink);
    }

    @Override
    public List<Logged> history(Collection<Series> series, Knowledge asOf) {
        if (silent > 0) {
            silent--;
            throw new PortException(Trouble.UNAVAILABLE, "读数库暂时不可用");
        }
        if (defective > 0) {
            defective--;
            throw new IllegalStateException("程序内部错误");
        }
        return store.history(series, asOf);
    }

    @Override
    public int partitionOf(Series series) {
        return store.partitionOf(series);
    }

    @Override
    public Knowledge known() {
        return store.known();
    }

    @Override
    public Knowledge knownAt(Instant instant) {
        return store.knownAt(instant);
    }

    @Override
    public List<Logged> read(Series series, long from, long until, Knowledge asOf) {
        return store.read(series, from, until, asOf);
    }

    @Override
    public void latest(Set<String> points, Knowledge asOf, Consumer<Logged> sink) {
        store.latest(points, asOf, sink);
    }

    @Override
    public void summarise(Set<String> points, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        store.summarise(points, from, until, asOf, sink);
    }

    @Override
    public List<Logged> revisions(Series series, long at) {
        return store.revisions(series, at);
    }

    @Override
    public void newest(Knowledge asOf, NewestSink sink) {
        store.newest(asOf, sink);
    }

    @Override
    public List<Change> changes(ChangeQuery query) {
        return store.changes(query);
    }

    @Override
    public List<ChangeCount> changed(ChangeQuery query) {
        return store.changed(query);
    }

    @Override
    public Counts counts() {
        return store.counts();
    }

    @Override
    public void close() {
        store.close();
    }
}
