package cn.zhengai.storage.duckdb.store;

import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.storage.duckdb.table.Filter;
import cn.zhengai.storage.duckdb.table.Schema;
import cn.zhengai.storage.duckdb.table.Sql;
import java.util.List;

/**
 * What changed between two places of the log, as SQL. A value can only have changed where something was superseded or
 * waits in the log: those keys are few beside the settled ones, and only their rows are compared.
 */
record ChangeSql(ChangeQuery query, Filter filter) {

    static ChangeSql of(ChangeQuery query) {
        Filter all = new Filter("TRUE", List.of()).between(query.from(), query.to());
        return new ChangeSql(query, all.ofPoints(query.points()));
    }

    private String changed() {
        String where = " WHERE " + filter.text();
        long since = query.since().through(0);
        long until = query.until().through(0);
        String all = "(SELECT * FROM log" + where + " UNION ALL SELECT * FROM settled" + where
                + " UNION ALL SELECT * FROM superseded" + where + ")";
        return "WITH touched AS MATERIALIZED (SELECT series, instant FROM superseded" + where
                + " UNION SELECT series, instant FROM log" + where + "),"
                + " known AS MATERIALIZED (SELECT * FROM " + all + " SEMI JOIN touched USING (series, instant)"
                + " WHERE seq <= " + until + "),"
                + " fresh AS MATERIALIZED (SELECT DISTINCT series, instant FROM known WHERE seq > " + since + "),"
                + " chain AS MATERIALIZED ("
                + Sql.collapsed("SELECT * FROM known SEMI JOIN fresh USING (series, instant)")
                + "),"
                + " became AS MATERIALIZED (" + Sql.winners("FROM chain") + "),"
                + " was AS MATERIALIZED (" + Sql.winners("FROM chain WHERE seq <= " + since) + "),"
                + " changed AS MATERIALIZED (SELECT became.series, became.instant, became.seq AS place, became.batch"
                + " FROM became JOIN was USING (series, instant) WHERE became.position <> was.position"
                + " OR became.numerator <> was.numerator OR became.denominator <> was.denominator) ";
    }

    /** Two rows a change: what was in force, then what is; logged last first. */
    String page() {
        String page = "(SELECT * FROM changed ORDER BY place DESC LIMIT " + query.limit() + " OFFSET " + query.offset()
                + ") p";
        String columns = "r." + Schema.COLUMNS.replace(", ", ", r.");
        return changed() + "SELECT * FROM (SELECT " + columns + ", p.place, 0 AS which FROM was r JOIN " + page
                + " USING (series, instant) UNION ALL SELECT " + columns + ", p.place, 1 AS which FROM became r JOIN "
                + page + " USING (series, instant)) ORDER BY place DESC, which";
    }

    /** Point, source and number. */
    String counts() {
        return changed() + "SELECT s.point, b.source, count(*) FROM changed JOIN series s ON s.id = changed.series"
                + " JOIN batch b ON b.\"no\" = changed.batch GROUP BY s.point, b.source ORDER BY s.point, b.source";
    }
}
