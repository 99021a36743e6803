package cn.zhengai.storage.duckdb.table;

import cn.zhengai.core.reading.Knowledge;

/**
 * The questions as SQL.
 *
 * <p>Their common shape: the keys (series and instant) that stand in {@code log} (or in {@code superseded}, when the
 * past is asked for) are few; only their rows are compared with each other (the <em>chain</em>). Every other row of
 * {@code settled} <em>stands alone</em> and is in force as it is.
 */
public final class Sql {
    private Sql() {}

    /** Of a run of the same readings of one revision only the first: the others say nothing new. */
    public static String collapsed(String rows) {
        return "SELECT * FROM (" + rows + ") WINDOW w AS (PARTITION BY series, instant, revision ORDER BY seq)"
                + " QUALIFY NOT coalesce(position = lag(position) OVER w AND numerator = lag(numerator) OVER w"
                + " AND denominator = lag(denominator) OVER w, FALSE)";
    }

    /** The one that prevails of each series and instant. */
    public static String winners(String rows) {
        return "SELECT * FROM (" + rows + ")"
                + " QUALIFY row_number() OVER (PARTITION BY series, instant ORDER BY revision DESC, seq DESC) = 1";
    }

    /** Rows in force when every series asked for is settled. */
    public static String settled(Filter filter) {
        return "SELECT " + Schema.COLUMNS + " FROM settled WHERE " + filter.text();
    }

    /** Rows in force now. */
    public static String inForce(Filter filter) {
        return parts(filter, false) + "SELECT " + Schema.COLUMNS + " FROM (FROM alone UNION ALL "
                + winners("FROM chain") + ")";
    }

    /** Rows in force of the newest instant of each series, when every series asked for is settled. */
    public static String newestSettled(Filter filter) {
        return "SELECT " + Schema.COLUMNS
                + " FROM settled SEMI JOIN (SELECT arg_max(rowid, instant) AS place FROM settled" + " WHERE "
                + filter.text() + " GROUP BY series) ON settled.rowid = place";
    }

    /** Rows in force of the newest instant of each series: only rows of that instant are compared. */
    public static String newest(Filter filter) {
        String where = " WHERE " + filter.text();
        String all = "(SELECT series, instant FROM log" + where + " UNION ALL SELECT series, instant FROM settled"
                + where + ")";
        String ofNewest = " SEMI JOIN newest USING (series, instant)" + where;
        return "WITH newest AS MATERIALIZED (SELECT series, max(instant) AS instant FROM " + all + " GROUP BY series)"
                + " SELECT " + Schema.COLUMNS + " FROM ("
                + winners(collapsed("SELECT * FROM log" + ofNewest + " UNION ALL SELECT * FROM settled" + ofNewest))
                + ")";
    }

    /** The same among those known then. */
    public static String newest(Filter filter, Knowledge asOf) {
        return "WITH f AS MATERIALIZED (" + inForce(filter, asOf) + ") SELECT f.* FROM f SEMI JOIN"
                + " (SELECT series, max(instant) AS instant FROM f GROUP BY series) USING (series, instant)";
    }

    /** Rows in force among those known then. */
    public static String inForce(Filter filter, Knowledge asOf) {
        String known = " WHERE seq <= " + asOf.through(0);
        return parts(filter, true) + "SELECT " + Schema.COLUMNS + " FROM (FROM alone" + known + " UNION ALL "
                + winners("FROM chain" + known) + ")";
    }

    /** Every row ever logged, duplicates left out. */
    public static String ever(Filter filter) {
        return parts(filter, true) + "SELECT " + Schema.COLUMNS + " FROM (FROM alone UNION ALL FROM chain)";
    }

    /** The last word of each source about instants they do not agree on; the newest instants, in force first. */
    public static String disputes(Filter filter, int most) {
        return parts(filter, true) + ", voices AS (SELECT c.* FROM chain c JOIN batch b ON b.\"no\" = c.batch"
                + " QUALIFY row_number() OVER (PARTITION BY c.series, c.instant, b.source"
                + " ORDER BY c.revision DESC, c.seq DESC) = 1),"
                + " disputed AS (SELECT series, instant FROM voices GROUP BY series, instant HAVING count(*) > 1 AND"
                + " count(DISTINCT {p: position, n: numerator, d: denominator}) > 1"
                + " ORDER BY instant DESC, series LIMIT " + most + ")"
                + " SELECT " + Schema.COLUMNS + " FROM voices SEMI JOIN disputed USING (series, instant)"
                + " ORDER BY instant DESC, series, revision DESC, seq DESC";
    }

    /** Names the rows that stand {@code alone} and those of the {@code chain}. */
    private static String parts(Filter filter, boolean past) {
        String where = " WHERE " + filter.text();
        String fresh = "FROM log" + where + (past ? " UNION ALL FROM superseded" + where : "");
        return "WITH fresh AS MATERIALIZED (" + fresh + "),"
                + " keys AS MATERIALIZED (SELECT DISTINCT series, instant FROM fresh),"
                + " alone AS (SELECT * FROM settled ANTI JOIN keys USING (series, instant)" + where + "),"
                + " chain AS ("
                + collapsed("FROM fresh UNION ALL SELECT * FROM settled SEMI JOIN keys USING (series, instant)" + where)
                + ") ";
    }
}
