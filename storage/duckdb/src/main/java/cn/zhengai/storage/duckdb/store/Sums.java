package cn.zhengai.storage.duckdb.store;

import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.Summary;
import cn.zhengai.storage.duckdb.table.Filter;
import cn.zhengai.storage.duckdb.table.SeriesIds;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sums as SQL and back. The sum of plain values adds {@code 2 * floor} (a position without its last bit) as 128-bit
 * whole numbers: exact.
 */
final class Sums {
    private static final String FIGURES = "series, count(*),"
            + " coalesce(sum(CASE WHEN denominator = 0 THEN position - (position & 1) END), 0),"
            + " min(position), max(position), sum(numerator), sum(denominator)";
    private static final String EVIDENCE = "instant, position, numerator, denominator, revision, \"row\"";

    private Sums() {}

    /** Of rows of log columns. */
    static String of(String inForce) {
        return "SELECT s.* EXCLUDE (newest), newest.* FROM (SELECT " + FIGURES
                + ", arg_max({instant: instant, position: position, numerator: numerator, denominator: denominator,"
                + " revision: revision, \"row\": \"row\"}, instant) AS newest FROM (" + inForce
                + ") GROUP BY series) s";
    }

    /** Of the sorted table alone: carries the place of the newest row instead of the row, half the time. */
    static String ofSettled(Filter filter) {
        return "SELECT g.* EXCLUDE (place), " + EVIDENCE + " FROM (SELECT " + FIGURES
                + ", arg_max(rowid, instant) AS place FROM settled WHERE " + filter.text()
                + " GROUP BY series) g JOIN (SELECT rowid AS place, " + EVIDENCE
                + " FROM settled) USING (place)";
    }

    static Summary summary(ResultSet row, SeriesIds ids) throws SQLException {
        Series series = ids.series(row.getInt(1));
        return new Summary(
                series,
                row.getLong(2),
                whole(row, 3).shiftRight(1),
                row.getLong(4),
                row.getLong(5),
                new Reading(
                        series,
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getInt(13)),
                whole(row, 6),
                whole(row, 7));
    }

    private static BigInteger whole(ResultSet row, int column) throws SQLException {
        return row.getObject(column, BigInteger.class);
    }
}
