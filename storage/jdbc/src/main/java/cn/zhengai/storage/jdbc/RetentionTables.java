package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.RetentionLedger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is erased from the other tables, and the proofs. */
final class RetentionTables implements RetentionLedger {
    /** A warning that ended before an instant; what stays needs its readings. */
    private static final String ENDED = "status NOT IN ('OPEN', 'EASED') AND coalesce(cleared_at, raised_at) < ? AND ";

    private final Database database;

    RetentionTables(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Long> needed(Collection<String> points, Instant before) {
        Object list = database.dialect().list(points);
        String ofPoints = database.dialect().among("point");
        long until = Millis.of(before);
        String kept = "SELECT series, min(first_at) AS first FROM warning WHERE status <> 'WITHDRAWN' AND first_at < ?"
                + " AND NOT (" + ENDED + ofPoints + ") AND " + ofPoints + " GROUP BY series";
        String runs = "SELECT point || '/' || subject AS series, run_first AS first FROM series_state"
                + " WHERE run IN ('W', 'S') AND run_first < ? AND " + ofPoints;
        return database.read("查询仍需保留的采集值", handle -> {
            Map<String, Long> first = new HashMap<>();
            collect(handle, kept, first, until, until, list, list);
            collect(handle, runs, first, until, list);
            return first;
        });
    }

    private static void collect(Handle handle, String sql, Map<String, Long> first, Object... parameters) {
        handle.select(sql, parameters)
                .map(Row.as(row -> Map.entry(row.getString("series"), row.getLong("first"))))
                .forEach(entry -> first.merge(entry.getKey(), entry.getValue(), Math::min));
    }

    @Override
    public long eraseWarnings(Collection<String> points, Instant before) {
        Object list = database.dialect().list(points);
        long until = Millis.of(before);
        Dialect dialect = database.dialect();
        return database.write("清除到期的预警", handle -> {
            FactTable.rememberLast(handle);
            // Which ones is found out once: others may end or open again meanwhile.
            List<String> ended = handle.select(
                            "DELETE FROM warning WHERE " + ENDED + dialect.among("point") + " RETURNING id",
                            until,
                            list)
                    .mapTo(String.class)
                    .list();
            Object ids = dialect.list(ended);
            handle.execute("DELETE FROM notice WHERE " + dialect.among("warning"), ids);
            handle.execute("DELETE FROM fact WHERE " + dialect.among("id"), ids);
            return (long) ended.size();
        });
    }

    @Override
    public long eraseRejections(Instant before) {
        long until = Millis.of(before);
        return database.write("清除到期的拒收记录", handle -> {
            handle.execute("UPDATE receipt SET answer = '' WHERE recorded_at < ? AND answer <> ''", until);
            return (long) handle.execute(
                    "DELETE FROM rejection WHERE receipt IN (SELECT number FROM receipt WHERE recorded_at < ?)", until);
        });
    }

    @Override
    public void keep(Erasure one) {
        database.write(
                "保存清除证明",
                handle -> handle.execute(
                        "INSERT INTO erasure (number, what, before_at, readings, fingerprint, warnings, rejections,"
                                + " stayed, done_at, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        one.number(),
                        one.what(),
                        Millis.of(one.before()),
                        one.readings(),
                        one.fingerprint(),
                        one.warnings(),
                        one.rejections(),
                        one.stayed(),
                        Millis.of(one.doneAt()),
                        one.seal()));
    }

    @Override
    public List<Erasure> erasures() {
        return database.read(
                "读取清除证明",
                handle -> handle.select("SELECT * FROM erasure ORDER BY number")
                        .map(Row.as(row -> new Erasure(
                                row.getLong("number"),
                                row.getString("what"),
                                Rows.instant(row, "before_at"),
                                row.getLong("readings"),
                                row.getString("fingerprint"),
                                row.getLong("warnings"),
                                row.getLong("rejections"),
                                row.getLong("stayed"),
                                Rows.instant(row, "done_at"),
                                row.getString("seal"))))
                        .list());
    }
}
