package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.port.ReadingStore.Counts;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.table.Rows;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.Map;

/** Counts points where they lie. */
final class Totals {
    private final Connection connection;

    Totals(Connection connection) {
        this.connection = connection;
    }

    Counts count() {
        long[] shown = new long[2];
        connection.ask(Schema.select("count(\"logged\")", Schema.READING, "", Rows.GROUPS), row -> {
            shown[0] += row.number(1);
            shown[1]++;
        });
        return new Counts(shown[0], superseded(), shown[1]);
    }

    /** Of each instant of the history all but one; rows of a series come by time. */
    private long superseded() {
        Instant[] last = {new Instant(Map.of(), 0)};
        long[] superseded = new long[1];
        connection.ask(Schema.select(Rows.FIELD, Schema.HISTORY, "", Rows.GROUPS), row -> {
            Instant here = new Instant(row.tags(), Rows.at(row));
            superseded[0] += here.equals(last[0]) ? 1 : 0;
            last[0] = here;
        });
        return superseded[0];
    }

    private record Instant(Map<String, String> series, long at) {}
}
