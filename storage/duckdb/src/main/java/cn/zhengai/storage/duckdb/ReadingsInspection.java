package cn.zhengai.storage.duckdb;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.file.Session;
import cn.zhengai.storage.duckdb.table.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * What a file of readings holds, read from its first to its last block without changing it: what a copy is checked by.
 *
 * @param readings rows kept, revisions included; repeats that wait to be settled count
 * @param series series that have an id
 * @param batches heads of batches
 * @param lastSeq number of the last durable reading; 0 when there is none
 * @param fingerprint the same for the same rows, in whatever order and table they stand
 */
public record ReadingsInspection(long readings, long series, long batches, long lastSeq, String fingerprint) {

    /**
     * Reads a file that no process has open.
     *
     * @throws PortException {@link Trouble#CORRUPT}, {@link Trouble#NEWER_VERSION}, {@link Trouble#IN_USE},
     *     {@link Trouble#UNAVAILABLE}
     */
    public static ReadingsInspection of(Path file) {
        Properties settings = Options.standard().forDuckDb(file);
        settings.setProperty("access_mode", "READ_ONLY");
        try (Database database = Database.open(file, settings)) {
            Schema.demandKnown(database);
            return database.run("检查", ReadingsInspection::read);
        }
    }

    private static ReadingsInspection read(Session session) throws SQLException {
        String all = "(SELECT " + Schema.COLUMNS + " FROM log UNION ALL SELECT " + Schema.COLUMNS
                + " FROM settled UNION ALL SELECT " + Schema.COLUMNS + " FROM superseded)";
        String[] sum = new String[1];
        session.query(
                "SELECT coalesce(sum(hash(" + Schema.COLUMNS + ")::HUGEINT), 0)::VARCHAR FROM " + all,
                List.of(),
                row -> sum[0] = row.getString(1));
        return new ReadingsInspection(
                session.number("SELECT count(*) FROM " + all),
                session.number("SELECT count(*) FROM series"),
                session.number("SELECT count(*) FROM batch"),
                session.number("SELECT coalesce(max(last_seq), 0) FROM batch"),
                sum[0]);
    }
}
