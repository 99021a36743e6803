package cn.zhengai.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.testkit.database.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 writers on a real PostgreSQL who commit out of order; our work ended at random points, the database killed. None
 * is lost and none taken twice, while a plain time stamp watermark beside it loses some.
 */
class OutOfOrderTest {
    private static final int WRITERS = 200;
    /** A tenth of what was run for benchmarks/RESULTS.md; {@code -Dzhengai.campaign.rows=1000000} runs that. */
    private static final int ROWS = Integer.getInteger("zhengai.campaign.rows", 100_000);

    private static final int EPOCH = 1_300_000_000;

    @TempDir
    Path home;

    @Test
    void inCalmWeatherEveryRowIsAppendedOnce() throws IOException, SQLException {
        run(ROWS / 5, new Kills(new Random(1), 0), 0);
    }

    @Test
    void whateverIsKilledNoneIsLostAndNoneCountsTwice() throws IOException, SQLException {
        run(ROWS, new Kills(new Random(2), 5), 3);
    }

    private void run(int rows, Kills kills, int powerCuts) throws IOException, SQLException {
        try (PostgresServer server = PostgresServer.start(home.resolve("pg"));
                Pulled pulled = new Pulled(home.resolve("data"), server.url(), kills)) {
            Set<Long> plain;
            try (Writers writers = new Writers(server, WRITERS, rows, rows);
                    PlainWatermark watermark = new PlainWatermark(server)) {
                for (int cut = 0; cut <= powerCuts; cut++) {
                    int goal = rows / (powerCuts + 1) * (cut + 1);
                    writers.allow(cut == powerCuts ? rows : goal);
                    while (writers.begun() < goal) {
                        pulled.turn();
                    }
                    if (cut < powerCuts) {
                        powerCut(server, pulled);
                    }
                }
                while (!writers.areDone()) {
                    pulled.turn();
                }
                plain = watermark.seen();
            }
            finish(server, pulled, kills);
            compare(truth(server), pulled, plain, kills);
        }
    }

    /** Kills the server; a turn against a dead server is a trouble of its source and nothing else. */
    private static void powerCut(PostgresServer server, Pulled pulled) {
        synchronized (server) {
            server.kill();
            pulled.turn();
            server.restart();
        }
    }

    /** Until the safety lag has passed over the last row, and then until turns that nobody ended bring nothing more. */
    private static void finish(PostgresServer server, Pulled pulled, Kills kills) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(0.3)");
        }
        for (int quiet = 0, turns = 0; quiet < 3; turns++) {
            assertThat(turns).as("turns without an end").isLessThan(2_000);
            long before = kills.appended();
            boolean whole = pulled.turn();
            quiet = whole && kills.appended() == before ? quiet + 1 : 0;
        }
        assertThat(pulled.hasTrouble()).isFalse();
    }

    /** What the table has: value by id. */
    private static Map<Long, Integer> truth(PostgresServer server) throws SQLException {
        Map<Long, Integer> truth = new HashMap<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, value from score")) {
            while (rows.next()) {
                truth.put(rows.getLong(1), rows.getInt(2));
            }
        }
        return truth;
    }

    private static void compare(Map<Long, Integer> truth, Pulled pulled, Set<Long> plain, Kills kills) {
        List<Long> twice = new ArrayList<>();
        Map<Long, Integer> taken = new HashMap<>();
        for (Logged logged : pulled.logged()) {
            long id = TimeUnit.MILLISECONDS.toSeconds(logged.reading().at()) - EPOCH;
            int value = Math.toIntExact(logged.reading().position() / 2_000_000);
            if (taken.put(id, value) != null) {
                twice.add(id);
            }
        }
        assertThat(twice).as("taken twice").isEmpty();
        Set<Map.Entry<Long, Integer>> missed = new HashSet<>(truth.entrySet());
        missed.removeAll(taken.entrySet());
        assertThat(missed).as("not taken").isEmpty();
        assertThat(taken).as("taken").hasSameSizeAs(truth);
        assertThat(pulled.readings().store().counts().inForce()).isEqualTo(truth.size());
        assertThat(pulled.readings().store().counts().superseded()).isZero();
        if (kills.count() == 0) {
            assertThat(kills.appended()).as("appended").isEqualTo(truth.size());
        }
        Set<Long> lost = new HashSet<>(truth.keySet());
        lost.removeAll(plain);
        System.getLogger(OutOfOrderTest.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "{0} rows, killed {1} times, {2} appended; a plain watermark lost {3}",
                        truth.size(),
                        kills.count(),
                        kills.appended(),
                        lost.size());
        assertThat(lost).as("lost by a plain watermark").isNotEmpty();
    }
}
