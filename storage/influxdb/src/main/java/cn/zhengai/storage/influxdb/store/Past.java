package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.client.Row;
import cn.zhengai.storage.influxdb.table.Chain;
import cn.zhengai.storage.influxdb.table.Rows;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The history of a scope, in memory: instants with more than one reading are few. Asked after the question was pinned, it has
 * everything that was known and is no longer shown, save for what is superseded while it is asked.
 */
final class Past {
    private static final Map<Long, Chain> NOTHING = Map.of();

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int LOOKS = 50;

    private final Map<Series, Map<Long, Chain>> bySeries = new HashMap<>();
    private boolean torn;

    /** A row that is seen while it is written is newer than what is known; one that stays so is corrupt. */
    static Past of(Connection connection, SeriesIndex index, String where) {
        for (int look = 0; look < LOOKS; look++) {
            Past past = new Past();
            Rows rows = new Rows(index);
            connection.ask(Schema.select(Rows.FIELDS, Schema.HISTORY, where, Rows.GROUPS), row -> past.take(row, rows));
            if (!past.torn) {
                return past;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new PortException(Trouble.CORRUPT, "时序库的更正历史中有采集值各字段对不上，可能已损坏。请从备份恢复，或从 Kafka 重新写入。");
    }

    private void take(Row row, Rows rows) {
        if (!Rows.whole(row)) {
            torn = true;
            return;
        }
        bySeries.computeIfAbsent(rows.series(row), series -> new HashMap<>())
                .computeIfAbsent(Rows.at(row), at -> new Chain())
                .keep(rows.logged(row));
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
