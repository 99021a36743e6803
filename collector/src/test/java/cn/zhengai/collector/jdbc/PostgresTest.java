package cn.zhengai.collector.jdbc;

import cn.zhengai.testkit.database.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL with its own driver. The office writes the college's time. */
class PostgresTest extends DatabaseContract {
    @TempDir
    static Path home;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(home.resolve("pg"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Connection connect() throws SQLException {
        return server.connect();
    }

    @Override
    String url() {
        return server.url();
    }

    @Override
    Optional<String> user() {
        return Optional.empty();
    }

    @Override
    String clock() {
        return "timestamp";
    }

    @Override
    String zoned() {
        return "timestamptz";
    }

    @Override
    String slow() {
        return "select * from (select 1 as id, timestamp '2026-01-01' as written, 'math-1' as subject,"
                + " '2026-01-01' as at, 1 as value from pg_sleep(10)) score" + SINCE;
    }

    @Override
    String now() {
        return "clock_timestamp() at time zone 'Asia/Shanghai'";
    }

    @Override
    String hoursAgo(int hours) {
        return now() + " - interval '" + hours + " hours'";
    }

    @Override
    String numbers(int most) {
        return "select n from generate_series(1, " + most + ") n";
    }

    @Override
    String dayOf(String seconds) {
        return "timestamp '2020-01-01' + " + seconds + " * interval '1 second'";
    }

    @Override
    String writing() {
        return "with w as (insert into score values (1, '2026-03-01', 'math-1', '2026-03-01', 5) returning *)"
                + " select * from w" + SINCE;
    }
}
