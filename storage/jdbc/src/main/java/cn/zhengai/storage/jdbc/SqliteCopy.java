package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Copies of a ledger's file, and what such a copy holds. */
public final class SqliteCopy {
    private static final int PATIENCE_MILLIS = 30_000;

    private SqliteCopy() {}

    /**
     * Writes a ledger as it stands at one moment into a new file, while others read and write it.
     *
     * @param copy must not be there yet
     * @throws PortException {@link Trouble#DISK_FULL} and others
     */
    public static void make(Path ledger, Path copy) {
        try (Connection connection = open(ledger);
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException failure) {
            throw troubles(ledger).translate("备份账本", failure);
        }
    }

    /**
     * Reads the whole file and checks that it hangs together; changes nothing.
     *
     * @return rows by table
     * @throws PortException {@link Trouble#CORRUPT} and others
     */
    public static Map<String, Long> inspect(Path ledger) {
        try (Connection connection = open(ledger);
                Statement statement = connection.createStatement()) {
            demandWhole(statement, ledger);
            Map<String, Long> rows = new TreeMap<>();
            try (ResultSet tables = statement.executeQuery(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
                while (tables.next()) {
                    rows.put(tables.getString(1), 0L);
                }
            }
            for (Map.Entry<String, Long> table : rows.entrySet()) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM \"" + table.getKey() + "\"")) {
                    count.next();
                    table.setValue(count.getLong(1));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw troubles(ledger).translate("检查账本", failure);
        }
    }

    private static void demandWhole(Statement statement, Path ledger) throws SQLException {
        try (ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            if (!answer.next() || !"ok".equals(answer.getString(1))) {
                throw new PortException(Trouble.CORRUPT, "账本 " + ledger + " 没有通过完整性检查。请换一份备份。");
            }
        }
    }

    private static Connection open(Path ledger) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + ledger);
        return source.getConnection();
    }

    private static Troubles troubles(Path ledger) {
        return new Troubles(new SqliteDialect(), ledger.toString());
    }
}
