package cn.zhengai.storage.duckdb.settle;

import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.file.Session;
import cn.zhengai.storage.duckdb.table.Schema;
import cn.zhengai.storage.duckdb.table.Sql;
import cn.zhengai.storage.duckdb.table.Unsettled;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Moves logged readings into the sorted table, in one transaction: after a kill at any moment either all or nothing of
 * it happened. Duplicates go, readings no longer in force go to {@code superseded}.
 *
 * <p>The sorted table is written anew beside the old one and takes its name; appends go on meanwhile, for they touch
 * the log only, and DuckDB lets rows be deleted from the log's beginning while others are added at its end. Readers keep
 * the tables they began with. Writing all of it anew is what keeps it sorted; {@link Policy} keeps it rare.
 */
public final class Settlement {
    private final Database database;
    private final Unsettled unsettled;
    private final Repeats repeats;

    public Settlement(Database database, Unsettled unsettled, Repeats repeats) {
        this.database = database;
        this.unsettled = unsettled;
        this.repeats = repeats;
    }

    /** Moves what was logged up to this number; says how many rows. One thread at a time. */
    public synchronized long settle(long upTo) {
        Map<String, Long> merged = new TreeMap<>();
        long settled = database.run("整理", session -> {
            long[] moved = new long[1];
            session.transaction(() -> {
                session.query(
                        "SELECT count(*) FROM log WHERE seq <= $1", List.of(upTo), row -> moved[0] = row.getLong(1));
                if (moved[0] > 0) {
                    move(session, " WHERE seq <= " + upTo, merged);
                }
            });
            if (moved[0] > 0) {
                unsettled.load(session);
            }
            return moved[0];
        });
        repeats.add(merged);
        return settled;
    }

    private static void move(Session session, String which, Map<String, Long> merged) throws SQLException {
        String logged = "SELECT * FROM log" + which;
        String ofContested = " SEMI JOIN temp.contested USING (series, instant)";
        String ofOthers = " ANTI JOIN temp.contested USING (series, instant)";
        session.execute(
                "CREATE TEMP TABLE contested AS SELECT series, instant FROM (" + logged + ")"
                        + " GROUP BY series, instant HAVING count(*) > 1 UNION"
                        + " SELECT series, instant FROM (" + logged + ") SEMI JOIN settled USING (series, instant)",
                "CREATE TEMP TABLE chain AS "
                        + Sql.collapsed(
                                "SELECT * FROM (" + logged + ")" + ofContested + " UNION ALL SELECT * FROM settled"
                                        + ofContested + " UNION ALL SELECT * FROM superseded" + ofContested));
        session.once(
                "SELECT b.source, count(*) FROM (SELECT seq, batch FROM (" + logged + ")" + ofContested + ") l"
                        + " ANTI JOIN temp.chain USING (seq) JOIN batch b ON b.\"no\" = l.batch GROUP BY b.source",
                List.of(),
                row -> merged.put(row.getString(1), row.getLong(2)));
        session.execute(
                "CREATE TABLE settled_next AS SELECT " + Schema.COLUMNS + " FROM ("
                        + "SELECT * FROM settled" + ofOthers + " UNION ALL SELECT * FROM (" + logged + ")" + ofOthers
                        + " UNION ALL " + Sql.winners("FROM temp.chain") + ") ORDER BY series, instant",
                "INSERT INTO superseded SELECT * FROM temp.chain WHERE seq NOT IN (SELECT seq FROM ("
                        + Sql.winners("FROM temp.chain") + ")) AND seq NOT IN (SELECT seq FROM superseded)"
                        + " ORDER BY series, instant, seq",
                "DROP TABLE settled",
                "ALTER TABLE settled_next RENAME TO settled",
                "DELETE FROM log" + which,
                "DROP TABLE temp.contested",
                "DROP TABLE temp.chain");
    }

    /** Rows waiting to be settled and rows settled. */
    public Sizes sizes() {
        return database.run(
                "读取",
                session -> new Sizes(
                        session.number("SELECT count(*) FROM log"), session.number("SELECT count(*) FROM settled")));
    }

    /** Rows of the log and of the sorted table. */
    public record Sizes(long logged, long settled) {}
}
