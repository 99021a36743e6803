package cn.zhengai.storage.results.table;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** DuckDB in memory, as much of it as it may use; what does not fit goes to a folder. Ends with the process. */
final class Connections implements AutoCloseable {
    private static final String MEMORY = "96MB";
    private static final String THREADS = "2";

    private final DuckDBConnection root;

    private Connections(DuckDBConnection root) {
        this.root = root;
    }

    /** @param overflow what an earlier process left there goes; one that cannot be cleared is no harm */
    static Connections open(Path overflow) throws SQLException {
        clear(overflow);
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", THREADS);
        settings.setProperty("temp_directory", overflow.toAbsolutePath().toString());
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return new Connections(
                new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class));
    }

    private static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            org.slf4j.LoggerFactory.getLogger(Connections.class).info("未能清空 {}：{}", folder, kept.getMessage());
        }
    }

    /** All or nothing. */
    void transaction(Task task) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute("BEGIN");
            try {
                task.with(new Writing(root, statement));
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException failed) {
                rollBack(statement);
                throw failed;
            }
        }
    }

    /** What failed first is what is told. */
    private static void rollBack(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException nothingToRollBack) {
            org.slf4j.LoggerFactory.getLogger(Connections.class).debug("roll back", nothingToRollBack);
        }
    }

    /** Each call has a connection of its own. */
    void query(String sql, RowTask row) throws SQLException {
        try (var connection = root.duplicate();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                row.with(result);
            }
        }
    }

    static PortException failed(String doing, SQLException failure) {
        return new PortException(Trouble.UNAVAILABLE, "看板结果" + doing + "失败：" + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException failure) {
            throw failed("关闭", failure);
        }
    }

    /** A transaction in the making. */
    record Writing(DuckDBConnection connection, Statement statement) {
        DuckDBAppender appender(String table) throws SQLException {
            return connection.createAppender(table);
        }

        void execute(List<String> statements) throws SQLException {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What is done in a transaction. */
    interface Task {
        void with(Writing writing) throws SQLException;
    }

    /** Takes a row. */
    interface RowTask {
        void with(ResultSet row) throws SQLException;
    }
}
