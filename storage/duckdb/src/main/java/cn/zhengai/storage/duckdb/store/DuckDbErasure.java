package cn.zhengai.storage.duckdb.store;

import cn.zhengai.core.port.ReadingErasure;
import cn.zhengai.core.reading.Series;
import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.file.Session;
import cn.zhengai.storage.duckdb.table.Schema;
import cn.zhengai.storage.duckdb.table.SeriesIds;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/**
 * Erasing in the tables. Deleted rows still lie in unused blocks of the file, so the file is then written anew without
 * them and takes the old one's name; calls wait that long.
 */
public final class DuckDbErasure implements ReadingErasure {
    private static final String LIMITS = "erasing";
    private static final String DUE =
            " t SEMI JOIN temp." + LIMITS + " e ON t.series = e.series AND t.instant < e.before_at";

    /** What was said of readings goes with the last of them. */
    private static final String FORGET = "UPDATE batch SET reason = NULL WHERE reason IS NOT NULL AND \"no\" NOT IN"
            + " (SELECT batch FROM log UNION SELECT batch FROM settled UNION SELECT batch FROM superseded)";

    private final Database database;
    private final SeriesIds ids;

    public DuckDbErasure(Database database, SeriesIds ids) {
        this.database = database;
        this.ids = ids;
    }

    @Override
    public synchronized Erased erase(Map<Series, Long> before) {
        Erased[] erased = {new Erased(0, 0, "0")};
        database.perform("清除", session -> session.transaction(() -> erased[0] = erase(session, before)));
        if (erased[0].readings() > 0) {
            database.rewrite();
        }
        return erased[0];
    }

    private Erased erase(Session session, Map<Series, Long> before) throws SQLException {
        session.execute("CREATE TEMP TABLE " + LIMITS + "(series INTEGER NOT NULL, before_at BIGINT NOT NULL)");
        fill(session, before);
        String due = "(SELECT " + Schema.COLUMNS + " FROM log" + DUE + " UNION ALL SELECT " + Schema.COLUMNS
                + " FROM settled" + DUE + " UNION ALL SELECT " + Schema.COLUMNS + " FROM superseded" + DUE + ")";
        Erased[] counted = new Erased[1];
        session.once(
                "SELECT count(*), count(DISTINCT series), coalesce(sum(hash(" + Schema.COLUMNS
                        + ")::HUGEINT), 0)::VARCHAR FROM " + due,
                List.of(),
                row -> counted[0] = new Erased(row.getLong(1), row.getLong(2), row.getString(3)));
        for (String table : List.of("log", "settled", "superseded")) {
            session.execute("DELETE FROM " + table + " WHERE rowid IN (SELECT t.rowid FROM " + table + DUE + ")");
        }
        session.execute(FORGET, "DROP TABLE temp." + LIMITS);
        return counted[0];
    }

    private void fill(Session session, Map<Series, Long> before) throws SQLException {
        try (DuckDBAppender rows = session.temporaryAppender(LIMITS)) {
            for (Map.Entry<Series, Long> one : before.entrySet()) {
                int id = ids.find(one.getKey());
                if (id != 0) {
                    rows.beginRow();
                    rows.append(id).append(one.getValue());
                    rows.endRow();
                }
            }
        }
    }
}
