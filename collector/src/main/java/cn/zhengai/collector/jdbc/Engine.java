package cn.zhengai.collector.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;

/** What differs from database to database. */
enum Engine {
    POSTGRESQL(
            "jdbc:postgresql:",
            "PostgreSQL",
            "postgresql-42.x.jar（Maven 坐标 org.postgresql:postgresql）",
            "LOCALTIMESTAMP"),
    MARIADB(
            "jdbc:mariadb:",
            "MariaDB",
            "mariadb-java-client-3.x.jar（Maven 坐标 org.mariadb.jdbc:mariadb-java-client）",
            "NOW(6)"),
    MYSQL("jdbc:mysql:", "MySQL", "mysql-connector-j-9.x.jar（Maven 坐标 com.mysql:mysql-connector-j）", "NOW(6)"),
    ORACLE(
            "jdbc:oracle:",
            "Oracle",
            "ojdbc11.jar（Maven 坐标 com.oracle.database.jdbc:ojdbc11）",
            "LOCALTIMESTAMP FROM DUAL"),
    SQLSERVER(
            "jdbc:sqlserver:",
            "SQL Server",
            "mssql-jdbc-12.x.jre11.jar（Maven 坐标 com.microsoft.sqlserver:mssql-jdbc）",
            "SYSDATETIME()"),
    DAMENG("jdbc:dm:", "达梦", "DmJdbcDriver18.jar（达梦安装目录的 drivers/jdbc 里）", "LOCALTIMESTAMP"),
    KINGBASE("jdbc:kingbase8:", "人大金仓", "kingbase8-8.6.0.jar（金仓安装目录的 Interface/jdbc 里）", "LOCALTIMESTAMP"),
    OTHER("jdbc:", "这个数据库", "它的 JDBC 驱动（jar 文件，可向数据库厂商索取）", "CURRENT_TIMESTAMP");

    private final String prefix;
    private final String label;
    private final String driver;
    private final String clock;

    Engine(String prefix, String label, String driver, String clock) {
        this.prefix = prefix;
        this.label = label;
        this.driver = driver;
        this.clock = clock;
    }

    static Engine of(String url) {
        for (Engine engine : values()) {
            if (url.startsWith(engine.prefix)) {
                return engine;
            }
        }
        return OTHER;
    }

    /** Its name for people. */
    String label() {
        return label;
    }

    /** The driver to fetch, for people. */
    String driver() {
        return driver;
    }

    /** Asks for its clock, as a time stamp in the session's zone. */
    String clock() {
        return "SELECT " + clock;
    }

    /** Connecting, and each answer, take so long at most. */
    Properties limits(Duration timeout) {
        Properties properties = new Properties();
        long seconds = Math.max(1, timeout.toSeconds());
        switch (this) {
            case POSTGRESQL, KINGBASE -> {
                properties.setProperty("loginTimeout", Long.toString(seconds));
                properties.setProperty("connectTimeout", Long.toString(seconds));
                properties.setProperty("tcpKeepAlive", "true");
                properties.setProperty("ApplicationName", "zhengai");
            }
            case MARIADB -> properties.setProperty("connectTimeout", Long.toString(timeout.toMillis()));
            case MYSQL -> {
                properties.setProperty("connectTimeout", Long.toString(timeout.toMillis()));
                // Rows in lots of the fetch size, not all at once; time stamps as they stand.
                properties.setProperty("useCursorFetch", "true");
                properties.setProperty("preserveInstants", "false");
            }
            case SQLSERVER -> properties.setProperty("loginTimeout", Long.toString(seconds));
            case ORACLE -> properties.setProperty("oracle.net.CONNECT_TIMEOUT", Long.toString(timeout.toMillis()));
            case DAMENG, OTHER -> properties.clear();
        }
        return properties;
    }

    /** Makes a session read and compare time stamps in this zone; empty when such a database has no zone of a session. */
    Optional<String> sessionZone(ZoneId zone, Instant now) {
        return switch (this) {
            case POSTGRESQL, KINGBASE -> Optional.of("SET TIME ZONE '" + zone + "'");
            case MARIADB, MYSQL -> Optional.of("SET time_zone = '" + offset(zone, now) + "'");
            case ORACLE -> Optional.of("ALTER SESSION SET TIME_ZONE = '" + zone + "'");
            case SQLSERVER, DAMENG, OTHER -> Optional.empty();
        };
    }

    /** Names of zones are often not installed there. */
    private static String offset(ZoneId zone, Instant now) {
        String id = zone.getRules().getOffset(now).getId();
        return id.equals("Z") ? "+00:00" : id;
    }
}
