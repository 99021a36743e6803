package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.client.Row;
import cn.zhengai.storage.influxdb.table.Rows;
import cn.zhengai.storage.influxdb.table.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * Points whose fields do not belong together: seen while they were written, which takes the engine some microseconds.
 * They are looked at again; what stays so is corrupt.
 */
final class Torn {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int LOOKS = 50;

    private final Connection connection;
    private final SeriesIndex index;
    private final Map<Series, Set<Long>> instants = new HashMap<>();

    Torn(Connection connection, SeriesIndex index) {
        this.connection = connection;
        this.index = index;
    }

    void add(Series series, long at) {
        instants.computeIfAbsent(series, s -> new HashSet<>()).add(at);
    }

    /** What stood there is known from elsewhere. */
    void remove(Series series, long at) {
        Set<Long> own = instants.getOrDefault(series, Set.of());
        if (own.contains(at)) {
            own.remove(at);
            if (own.isEmpty()) {
                instants.remove(series);
            }
        }
    }

    /**
     * Hands on what they are when they are whole.
     *
     * @throws PortException {@link Trouble#CORRUPT} when they never are
     */
    void settle(String where, BiConsumer<Rows, Row> sink) {
        for (int look = 0; !instants.isEmpty(); look++) {
            if (look == LOOKS) {
                throw corrupt();
            }
            LockSupport.parkNanos(LOOK_NANOS);
            Rows rows = new Rows(index);
            connection.ask(Schema.select(Rows.FIELDS, Schema.READING, where, Rows.GROUPS), row -> {
                Series series = rows.series(row);
                if (instants.getOrDefault(series, Set.of()).contains(Rows.at(row)) && Rows.whole(row)) {
                    remove(series, Rows.at(row));
                    sink.accept(rows, row);
                }
            });
        }
    }

    private PortException corrupt() {
        Map.Entry<Series, Set<Long>> first = instants.entrySet().iterator().next();
        Instant at = Instant.ofEpochMilli(first.getValue().iterator().next());
        return new PortException(
                Trouble.CORRUPT, "时序库中 " + first.getKey() + " 在 " + at + " 的采集值各字段对不上，可能已损坏。请从备份恢复，或从 Kafka 重新写入。");
    }
}
