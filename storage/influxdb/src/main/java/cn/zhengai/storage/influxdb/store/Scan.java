package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.table.Chain;
import cn.zhengai.storage.influxdb.table.Rows;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts together what is shown and what is history, as a stream. All of it was durable before the question was pinned, but
 * what was shown then may have moved to the history since: where something newer is shown the history is asked once more.
 */
final class Scan {
    private final Connection connection;
    private final SeriesIndex index;
    private final Partitioning partitioning;

    Scan(Connection connection, SeriesIndex index, Partitioning partitioning) {
        this.connection = connection;
        this.index = index;
        this.partitioning = partitioning;
    }

    /**
     * Everything known of every series and instant of a scope.
     *
     * @param known not beyond what is written
     * @param sink gets one chain after another, by seq, none of them empty; a series' chains follow each other, unless it
     *     was written to meanwhile
     */
    void each(String where, Knowledge known, Consumer<List<Logged>> sink) {
        Past past = Past.of(connection, index, where);
        Map<Series, Set<Long>> newer = new HashMap<>();
        Rows rows = new Rows(index);
        connection.ask(Schema.select(Rows.FIELD, Schema.READING, where, Rows.GROUPS), row -> {
            Series series = rows.series(row);
            Chain chain = past.take(series, Rows.at(row)).orElse(null);
            long through = through(known, series);
            if (chain != null) {
                chain.keep(rows.logged(row));
                give(chain.through(through), sink);
            } else if (rows.seq(row) <= through) {
                sink.accept(List.of(rows.logged(row)));
            } else {
                newer.computeIfAbsent(series, s -> new HashSet<>()).add(Rows.at(row));
            }
        });
        past.rest()
                .forEach((series, instants) ->
                        instants.values().forEach(chain -> give(chain.through(through(known, series)), sink)));
        if (!newer.isEmpty()) {
            Past later = Past.of(connection, index, where);
            newer.forEach((series, instants) -> instants.forEach(at ->
                    later.take(series, at).ifPresent(chain -> give(chain.through(through(known, series)), sink))));
        }
    }

    /** Everything known of the instants of a scope that have more than one reading. */
    void eachOfHistory(String where, Knowledge known, Consumer<List<Logged>> sink) {
        Past.of(connection, index, where)
                .rest()
                .forEach((series, instants) ->
                        instants.values().forEach(chain -> give(chain.through(through(known, series)), sink)));
    }

    /** The readings in force of a scope. */
    void inForce(String where, Knowledge known, Consumer<Logged> sink) {
        each(where, known, chain -> sink.accept(Chain.inForce(chain).orElseThrow()));
    }

    private static void give(List<Logged> chain, Consumer<List<Logged>> sink) {
        if (!chain.isEmpty()) {
            sink.accept(chain);
        }
    }

    long through(Knowledge known, Series series) {
        return known.through(partitioning.of(series));
    }
}
