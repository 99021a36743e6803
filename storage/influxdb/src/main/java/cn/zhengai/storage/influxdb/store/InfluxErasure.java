package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.port.ReadingErasure;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.client.Deletion;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Erasing in the measurements, series by series, for InfluxDB has no transaction: after a trouble some may be erased and
 * others not, and repeating it erases the rest. The engine takes the points out of its answers at once and out of its files
 * when it next compacts them.
 */
public final class InfluxErasure implements ReadingErasure {
    private final Connection connection;
    private final Scan scan;

    public InfluxErasure(Connection connection, SeriesIndex index, Partitioning partitioning) {
        this.connection = connection;
        this.scan = new Scan(connection, index, partitioning);
    }

    @Override
    public synchronized Erased erase(Map<Series, Long> before) {
        long[] readings = new long[2];
        Set<Series> losing = new HashSet<>();
        for (String scope : Scopes.series(before.keySet(), Long.MIN_VALUE, Long.MAX_VALUE)) {
            scan.each(scope, ReadingStore.NOW, chain -> {
                Series series = chain.get(0).reading().series();
                if (chain.get(0).reading().at() < before.getOrDefault(series, Long.MIN_VALUE)) {
                    losing.add(series);
                    readings[0] += chain.size();
                    readings[1] +=
                            chain.stream().mapToLong(InfluxErasure::print).sum();
                }
            });
        }
        for (Series series : losing) {
            delete(series, before.getOrDefault(series, Long.MIN_VALUE));
        }
        return new Erased(readings[0], losing.size(), Long.toUnsignedString(readings[1]));
    }

    private void delete(Series series, long before) {
        Map<String, String> tags = Map.of(Schema.POINT, series.point(), Schema.SUBJECT, series.subject());
        for (String measurement : List.of(Schema.READING, Schema.HISTORY)) {
            connection.delete(new Deletion(measurement, tags, Literals.FIRST, Literals.nanos(before) - 1));
        }
    }

    /** The same for the same row, whatever became of its place among others. */
    private static long print(Logged logged) {
        long print = 17;
        for (long part : new long[] {
            logged.seq(),
            logged.reading().at(),
            logged.reading().position(),
            logged.reading().numerator(),
            logged.reading().denominator(),
            logged.reading().revision(),
            logged.reading().series().key().hashCode(),
            logged.head().id().hashCode()
        }) {
            print = (print ^ part) * 0x9E3779B97F4A7C15L;
            print ^= print >>> 29;
        }
        return print;
    }
}
