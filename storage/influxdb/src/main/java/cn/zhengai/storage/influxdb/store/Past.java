package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.table.Chain;
import cn.zhengai.storage.influxdb.table.Rows;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The history of a scope, in memory: instants with more than one reading are few. Asked after the question was pinned, it has
 * everything that was known and is no longer shown, save for what is superseded while it is asked.
 */
final class Past {
    private static final Map<Long, Chain> NOTHING = Map.of();

    private final Map<Series, Map<Long, Chain>> bySeries = new HashMap<>();

    static Past of(Connection connection, SeriesIndex index, String where) {
        Past past = new Past();
        Rows rows = new Rows(index);
        connection.ask(
                Schema.select(Rows.FIELD, Schema.HISTORY, where, Rows.GROUPS),
                row -> past.bySeries
                        .computeIfAbsent(rows.series(row), series -> new HashMap<>())
                        .computeIfAbsent(Rows.at(row), at -> new Chain())
                        .keep(rows.logged(row)));
        return past;
    }

    /** The chain of an instant, which is then gone from here. */
    Optional<Chain> take(Series series, long at) {
        Map<Long, Chain> instants = bySeries.getOrDefault(series, NOTHING);
        return instants.isEmpty() ? Optional.empty() : Optional.ofNullable(instants.remove(at));
    }

    /** What was not taken. */
    Map<Series, Map<Long, Chain>> rest() {
        return bySeries;
    }
}
