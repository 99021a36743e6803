package cn.zhengai.storage.duckdb.table;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.file.Session;
import java.sql.SQLException;

/**
 * The tables.
 *
 * <ul>
 *   <li>{@code series}: point and subject of each series; ids from 1, given once.
 *   <li>{@code batch}: heads of batches, numbered from 1 as logged; {@code recorded_at} in nanoseconds since the epoch;
 *       {@code last_seq} of its last reading, so that numbers rise even when a duplicate that had the highest is gone;
 *       {@code reason} NULL when nobody gave one (since version 2). A batch that came in parts, or for several reasons,
 *       has a row for each run of its readings.
 *   <li>{@code log}: readings as they came, by {@code seq}; nobody sorts or compares them on the way in.
 *   <li>{@code settled}: the reading in force of each series and instant, sorted by both, so that a question skips
 *       what it does not ask for by the minima and maxima DuckDB keeps per block.
 *   <li>{@code superseded}: readings that are no longer in force, kept for questions about what was known.
 * </ul>
 *
 * A reading stands in exactly one of the last three. {@code at} is reserved in DuckDB, hence {@code instant}
 * (epoch milliseconds).
 */
public final class Schema {
    /** Columns of log, settled and superseded, in the order of the tables. */
    public static final String COLUMNS =
            "seq, series, instant, position, numerator, denominator, revision, batch, \"row\"";

    private static final int VERSION = 2;
    private static final String READINGS =
            "(seq BIGINT NOT NULL, series INTEGER NOT NULL, instant BIGINT NOT NULL, position BIGINT NOT NULL,"
                    + " numerator BIGINT NOT NULL, denominator BIGINT NOT NULL, revision BIGINT NOT NULL,"
                    + " batch INTEGER NOT NULL, \"row\" INTEGER NOT NULL)";

    private Schema() {}

    /** Makes the tables in an empty file, brings those of an older version up to this one and refuses a newer one. */
    public static void prepare(Database database) {
        database.perform("打开", session -> {
            session.execute("CREATE TABLE IF NOT EXISTS format(version INTEGER NOT NULL)");
            session.transaction(() -> make(session));
        });
        demandKnown(database);
        database.perform("升级", session -> session.transaction(() -> migrate(session)));
    }

    /** A kill leaves the old version or the new one, whole. */
    private static void migrate(Session session) throws SQLException {
        if (session.number("SELECT max(version) FROM format") == 1) {
            session.execute("ALTER TABLE batch ADD COLUMN reason VARCHAR", "UPDATE format SET version = 2");
        }
    }

    /** Refuses a file that a newer program has written. */
    public static void demandKnown(Database database) {
        long version = database.run("打开", session -> session.number("SELECT max(version) FROM format"));
        if (version > VERSION) {
            throw new PortException(
                    Trouble.NEWER_VERSION,
                    "采集值库 " + database.file() + " 的格式是第 " + version + " 版，本程序只认识到第 " + VERSION + " 版。请用更新的程序打开。");
        }
    }

    private static void make(Session session) throws SQLException {
        if (session.number("SELECT count(*) FROM format") > 0) {
            return;
        }
        session.execute(
                "CREATE TABLE series(id INTEGER NOT NULL, point VARCHAR NOT NULL, subject VARCHAR NOT NULL)",
                "CREATE TABLE batch(\"no\" INTEGER NOT NULL, id VARCHAR NOT NULL, source VARCHAR NOT NULL,"
                        + " recorded_at BIGINT NOT NULL, history BOOLEAN NOT NULL, last_seq BIGINT NOT NULL,"
                        + " reason VARCHAR)",
                "CREATE TABLE log" + READINGS,
                "CREATE TABLE settled" + READINGS,
                "CREATE TABLE superseded" + READINGS,
                "INSERT INTO format VALUES (" + VERSION + ")");
    }
}
