package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.reading.Summary;
import cn.zhengai.storage.influxdb.client.Ahead;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.table.Schema;
import cn.zhengai.storage.influxdb.write.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The measurements as the reading store. It lags behind the log by what its recorder has not written; every answer is of one
 * state of knowledge, however much is written meanwhile. Questions about all series of points are streamed point by point.
 */
public final class InfluxStore implements ReadingStore {
    /** So many are asked at a time: the engine answers one with one processor. */
    private static final int QUESTIONS = 2;

    private final Connection connection;
    private final Partitioning partitioning;
    private final Recorded recorded;
    private final Scan scan;
    private final Tips tips;
    private final Changes changes;
    private final Totals totals;
    private volatile boolean closed;

    /** @param lag how long to wait for the recorder where the contract says so */
    public InfluxStore(Connection connection, SeriesIndex index, Partitioning partitioning, Duration lag) {
        this.connection = connection;
        this.partitioning = partitioning;
        this.recorded = new Recorded(new Places(connection), lag);
        this.scan = new Scan(connection, index, partitioning);
        this.tips = new Tips(connection, index, scan);
        this.changes = new Changes(scan);
        this.totals = new Totals(connection);
    }

    @Override
    public Knowledge known() {
        demandOpen();
        return recorded.known();
    }

    @Override
    public Knowledge knownAt(Instant instant) {
        demandOpen();
        return recorded.at(instant);
    }

    @Override
    public int partitionOf(Series series) {
        return partitioning.of(series);
    }

    @Override
    public List<Logged> read(Series series, long from, long until, Knowledge asOf) {
        List<Logged> found = new ArrayList<>();
        if (from < until) {
            inForce(Scopes.series(List.of(series), from, until), asOf, found::add);
        }
        found.sort(Comparator.comparingLong(logged -> logged.reading().at()));
        return List.copyOf(found);
    }

    @Override
    public void latest(Set<String> points, Knowledge asOf, Consumer<Logged> sink) {
        demandOpen();
        Knowledge known = recorded.pin(asOf);
        for (String point : new TreeSet<>(points)) {
            tips.inForce(Scopes.point(point, Long.MIN_VALUE, Long.MAX_VALUE), known, sink);
        }
    }

    @Override
    public void summarise(Set<String> points, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        List<String> scopes = new TreeSet<>(points)
                .stream().map(point -> Scopes.point(point, from, until)).toList();
        summarise(from < until ? scopes : List.of(), asOf, sink);
    }

    @Override
    public void summariseSeries(
            Collection<Series> series, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        summarise(from < until ? Scopes.series(series, from, until) : List.of(), asOf, sink);
    }

    private void summarise(List<String> scopes, Knowledge asOf, Consumer<Summary> sink) {
        demandOpen();
        Knowledge known = recorded.pin(asOf);
        Ahead<Collection<Sum>> some =
                new Ahead<>(connection, QUESTIONS, sums -> sums.forEach(sum -> sink.accept(sum.summary())));
        try {
            for (String scope : scopes) {
                some.begin(() -> sums(scope, known));
            }
            some.finish();
        } finally {
            some.drop();
        }
    }

    private Collection<Sum> sums(String scope, Knowledge known) {
        Map<Series, Sum> sums = new HashMap<>();
        scan.inForce(scope, known, logged -> {
            Sum sum = sums.get(logged.reading().series());
            if (sum == null) {
                sums.put(logged.reading().series(), new Sum(logged));
            } else {
                sum.add(logged);
            }
        });
        return sums.values();
    }

    @Override
    public List<Logged> history(Collection<Series> series, Knowledge asOf) {
        demandOpen();
        Knowledge known = recorded.await(asOf);
        List<Logged> all = new ArrayList<>();
        for (String scope : Scopes.series(series, Long.MIN_VALUE, Long.MAX_VALUE)) {
            scan.each(scope, known, all::addAll);
        }
        all.sort(Comparator.comparingLong(Logged::seq));
        return List.copyOf(all);
    }

    @Override
    public List<Logged> revisions(Series series, long at) {
        demandOpen();
        List<Logged> all = new ArrayList<>();
        if (Literals.holds(at)) {
            Knowledge known = recorded.pin(NOW);
            Scopes.series(List.of(series), at, at + 1).forEach(scope -> scan.each(scope, known, all::addAll));
        }
        return List.copyOf(all);
    }

    @Override
    public void newest(Knowledge asOf, NewestSink sink) {
        demandOpen();
        Knowledge known = recorded.await(asOf);
        for (int partition = 0; partition < known.places().size(); partition++) {
            if (known.through(partition) > 0) {
                tips.instants(
                        Literals.is(Schema.PART, String.valueOf(partition)),
                        known,
                        logged -> sink.accept(
                                logged.reading().series(), logged.reading().at()),
                        sink::accept);
            }
        }
    }

    @Override
    public List<Change> changes(ChangeQuery query) {
        demandOpen();
        return changes.page(query, recorded.pin(query.until()));
    }

    @Override
    public List<ChangeCount> changed(ChangeQuery query) {
        demandOpen();
        return changes.counts(query, recorded.pin(query.until()));
    }

    /** Counts what is being written at the moment too. */
    @Override
    public Counts counts() {
        demandOpen();
        return totals.count();
    }

    private void inForce(List<String> scopes, Knowledge asOf, Consumer<Logged> sink) {
        demandOpen();
        Knowledge known = recorded.pin(asOf);
        scopes.forEach(scope -> scan.inForce(scope, known, sink));
    }

    private void demandOpen() {
        if (closed) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值库已关闭。");
        }
        connection.demandOpen();
    }

    /** Refuses further calls; the connection stays open for the writer. */
    @Override
    public void close() {
        closed = true;
    }
}
