package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.table.Chain;
import cn.zhengai.storage.influxdb.table.Rows;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The newest instant of every series. The engine finds what is shown there at once; a series is read whole only where that
 * is too new to be known, or where the instant has a history.
 */
final class Tips {
    private final Connection connection;
    private final SeriesIndex index;
    private final Scan scan;

    Tips(Connection connection, SeriesIndex index, Scan scan) {
        this.connection = connection;
        this.index = index;
        this.scan = scan;
    }

    /** The readings in force of the newest instants of a scope without bounds in time. */
    void inForce(String where, Knowledge known, Consumer<Logged> sink) {
        Map<Series, Long> past = new HashMap<>();
        Rows historyRows = new Rows(index);
        connection.ask(
                Schema.select(Rows.LAST, Schema.HISTORY, where, Rows.GROUPS),
                row -> past.put(historyRows.series(row), Rows.at(row)));
        List<Series> whole = new ArrayList<>();
        Rows rows = new Rows(index);
        connection.ask(Schema.select(Rows.LAST, Schema.READING, where, Rows.GROUPS), row -> {
            Series series = rows.series(row);
            if (rows.seq(row) <= scan.through(known, series)
                    && past.getOrDefault(series, Long.MIN_VALUE) < Rows.at(row)) {
                sink.accept(rows.logged(row));
            } else {
                whole.add(series);
            }
        });
        whole(whole, known, sink);
    }

    /** The newest instants alone of a scope without bounds in time. */
    void instants(String where, Knowledge known, Consumer<Logged> whole, InstantSink sink) {
        List<Series> left = new ArrayList<>();
        Rows rows = new Rows(index);
        connection.ask(Schema.select(Rows.LAST, Schema.READING, where, Rows.GROUPS), row -> {
            Series series = rows.series(row);
            if (rows.seq(row) <= scan.through(known, series)) {
                sink.accept(series, Rows.at(row));
            } else {
                left.add(series);
            }
        });
        whole(left, known, whole);
    }

    private void whole(List<Series> series, Knowledge known, Consumer<Logged> sink) {
        for (String part : Scopes.series(series, Long.MIN_VALUE, Long.MAX_VALUE)) {
            Map<Series, Logged> newest = new HashMap<>();
            scan.each(part, known, chain -> {
                Logged inForce = Chain.inForce(chain).orElseThrow();
                newest.merge(
                        inForce.reading().series(),
                        inForce,
                        (a, b) -> a.reading().at() > b.reading().at() ? a : b);
            });
            newest.values().forEach(sink);
        }
    }

    /** Takes a series and its newest instant, epoch milliseconds. */
    @FunctionalInterface
    interface InstantSink {
        void accept(Series series, long at);
    }
}
