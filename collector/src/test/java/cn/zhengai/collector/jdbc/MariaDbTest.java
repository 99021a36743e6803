package cn.zhengai.collector.jdbc;

import cn.zhengai.testkit.database.MariaDbServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** MariaDB, with its own driver and with that of MySQL. The office writes the college's time. */
class MariaDbTest {
    @TempDir
    static Path home;

    private static MariaDbServer server;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(MariaDbServer.isInstalled(), "mariadb-server is not installed");
        server = MariaDbServer.start(home.resolve("m"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Nested
    class WithItsOwnDriver extends OnMariaDb {
        @Override
        String url() {
            return server.url("mariadb");
        }
    }

    @Nested
    class WithTheDriverOfMySql extends OnMariaDb {
        @Override
        String url() {
            return server.url("mysql");
        }
    }

    abstract static class OnMariaDb extends DatabaseContract {
        @Override
        Connection connect() throws SQLException {
            Connection connection = DriverManager.getConnection(server.url("mariadb"), "zhengai", "secret");
            connection.createStatement().execute("set time_zone = '+08:00'");
            return connection;
        }

        @Override
        Optional<String> user() {
            return Optional.of("zhengai");
        }

        @Override
        String clock() {
            return "datetime(6)";
        }

        @Override
        String zoned() {
            return "timestamp(6)";
        }

        @Override
        String slow() {
            return "select id, written, subject, at, value, sleep(10) as s from (select * from score union all"
                    + " select 1, '2026-01-01', 'math-1', '2026-01-01', 1) score" + SINCE;
        }

        @Override
        String now() {
            // The driver of MySQL cuts the fractions of seconds for a server it takes to be that old.
            return "now(6) - interval 1 second";
        }

        @Override
        String hoursAgo(int hours) {
            return "now(6) - interval " + hours + " hour";
        }

        @Override
        String numbers(int most) {
            return "select seq as n from seq_1_to_" + most;
        }

        @Override
        String dayOf(String seconds) {
            return "timestamp '2020-01-01 00:00:00' + interval " + seconds + " second";
        }

        @Override
        String writing() {
            return "insert into score select id, written, subject, at, value from score" + SINCE;
        }
    }
}
