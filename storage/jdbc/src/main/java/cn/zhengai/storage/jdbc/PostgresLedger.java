package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * The ledger in a PostgreSQL database. Any number of processes may share it: whoever starts from a place that another
 * has left is {@link Trouble#STALE}, and facts are numbered in the order in which they become visible. When the server
 * goes away calls are {@link Trouble#UNAVAILABLE}, and go on when it is back.
 */
public final class PostgresLedger {
    /** The first with generated columns. */
    private static final int OLDEST = 120_000;
    /** An answer takes no longer than the longest statement; a server that is gone would never answer. */
    private static final String LONGEST_ANSWER_SECONDS = "600";

    private static final String ROWS_AT_ONCE = "5000";

    private PostgresLedger() {}

    /**
     * Connects, makes the tables when there are none, and brings older ones up to date.
     *
     * @throws PortException {@link Trouble#NEWER_VERSION}, {@link Trouble#REFUSED}, {@link Trouble#UNAVAILABLE}
     */
    public static Ledger open(PostgresAccess access) {
        return open(access, Limits.USUAL);
    }

    static Ledger open(PostgresAccess access, Limits limits) {
        Dialect dialect = new PostgresDialect();
        Troubles troubles = new Troubles(dialect, access.shown());
        HikariDataSource writing = new HikariDataSource(pool(access, limits, "ledger-writer", access.writers()));
        HikariDataSource reading = new HikariDataSource(reading(access, limits));
        try {
            demandUsable(writing, troubles);
            new Schema(writing, dialect.scripts(), troubles).bringUpToDate();
            return new JdbcLedger(new Database(writing, reading, dialect, troubles));
        } catch (RuntimeException failure) {
            writing.close();
            reading.close();
            throw failure;
        }
    }

    /** A connection of its own, for what takes long; the caller closes it. */
    static Connection connect(PostgresAccess access) throws SQLException {
        Properties settings = driver(Limits.USUAL);
        access.user().ifPresent(user -> settings.setProperty("user", user));
        access.password().ifPresent(password -> settings.setProperty("password", password));
        return DriverManager.getConnection(access.url(), settings);
    }

    private static void demandUsable(DataSource source, Troubles troubles) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('server_version_num')::int,"
                        + " current_setting('server_encoding'), current_schema()")) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw troubles.refused("PostgreSQL 版本过低，请使用 12 或更新的版本。");
            }
            if (!row.getString(2).equals("UTF8")) {
                throw troubles.refused("数据库的编码是 " + row.getString(2) + "，请改用编码为 UTF8 的数据库。");
            }
            if (row.getString(3) == null) {
                throw troubles.refused("没有可用的模式（schema）。请先建立它并授予权限，或去掉地址里的 currentSchema。");
            }
        } catch (SQLException e) {
            throw troubles.translate("打开账本", e);
        }
    }

    private static HikariConfig reading(PostgresAccess access, Limits limits) {
        HikariConfig config = pool(access, limits, "ledger-reader", access.readers());
        config.setReadOnly(true);
        // All questions of one call see the same commits.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }

    private static HikariConfig pool(PostgresAccess access, Limits limits, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(access.url());
        access.user().ifPresent(config::setUsername);
        access.password().ifPresent(config::setPassword);
        config.setDataSourceProperties(driver(limits));
        config.setConnectionInitSql(session(limits));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        // The first connection is made when it is needed: what goes wrong then has one way out.
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(limits.queueing().toMillis());
        // What waited for a guard must see what its holder committed, whatever the database's own default is.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }

    /** Waits for others have an end; what was kept is on the disk, whatever the database is set to. */
    private static String session(Limits limits) {
        return "SELECT set_config('lock_timeout', '" + limits.patience().toMillis() + "', false),"
                + " CASE WHEN current_setting('synchronous_commit') = 'off'"
                + " THEN set_config('synchronous_commit', 'on', false) END";
    }

    /** What the URL does not say. */
    private static Properties driver(Limits limits) {
        Properties driver = new Properties();
        driver.setProperty("ApplicationName", "zhengai");
        driver.setProperty("tcpKeepAlive", "true");
        driver.setProperty("connectTimeout", String.valueOf(limits.queueing().toSeconds()));
        driver.setProperty("socketTimeout", LONGEST_ANSWER_SECONDS);
        driver.setProperty("defaultRowFetchSize", ROWS_AT_ONCE);
        driver.setProperty("reWriteBatchedInserts", "true");
        // Values of persons do not belong into logs.
        driver.setProperty("logServerErrorDetail", "false");
        return driver;
    }

    /**
     * How long to wait.
     *
     * @param patience for what another transaction holds
     * @param queueing for a connection; at least a second
     */
    record Limits(Duration patience, Duration queueing) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10));
    }
}
