package cn.zhengai.storage.duckdb.store;

import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.table.Filter;
import cn.zhengai.storage.duckdb.table.Rows;
import cn.zhengai.storage.duckdb.table.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The tables as provenance: readings in force joined with the heads of their batches. */
public final class DuckDbProvenance implements Provenance {
    private static final String READING = "读取";
    private static final Filter ALL = new Filter("series > 0", List.of());

    private final Database database;
    private final Rows rows;

    public DuckDbProvenance(Database database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public void supplied(long from, long until, long offset, Consumer<Supplied> sink) {
        String sql = "SELECT b.source, s.point, " + day("f.instant", offset) + ", "
                + day("(b.recorded_at // 1000000)", offset) + ", b.history, count(*), count(DISTINCT f.series),"
                + " CAST(floor(avg(greatest(0, b.recorded_at // 1000000 - f.instant))) AS BIGINT)"
                + " FROM (" + Sql.inForce(ALL.between(from, until)) + ") f JOIN batch b ON b.\"no\" = f.batch"
                + " JOIN series s ON s.id = f.series GROUP BY 1, 2, 3, 4, 5";
        database.perform(
                READING,
                session -> session.once(
                        sql,
                        List.of(),
                        row -> sink.accept(new Supplied(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getBoolean(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8)))));
    }

    private static String day(String millis, long offset) {
        return "CAST(floor((" + millis + " + (" + offset + ")) / 86400000.0) AS BIGINT)";
    }

    @Override
    public List<Dispute> disputes(long from, long until, int most) {
        String sql = Sql.disputes(ALL.between(from, until), most);
        List<Dispute> all = new ArrayList<>();
        database.perform(READING, session -> {
            List<Logged> together = new ArrayList<>();
            rows.each(session, sql, List.of(), logged -> {
                if (!together.isEmpty() && !sameInstant(together.get(0), logged)) {
                    all.add(new Dispute(together));
                    together.clear();
                }
                together.add(logged);
            });
            if (!together.isEmpty()) {
                all.add(new Dispute(together));
            }
        });
        return all;
    }

    private static boolean sameInstant(Logged one, Logged other) {
        return one.reading().at() == other.reading().at()
                && one.reading().series().equals(other.reading().series());
    }
}
