package cn.zhengai.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.server.life.ServeProcess;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.database.PostgresServer;
import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers on a real PostgreSQL who commit out of order, and our whole process, {@code pull} or {@code serve}, ended by
 * SIGKILL again and again while its query is under way. None is lost and none counts twice.
 */
class KilledProcessTest {
    private static final int WRITERS = 50;
    /** {@code -Dzhengai.campaign.rows=1000000} runs what stands in benchmarks/RESULTS.md. */
    private static final int ROWS = Integer.getInteger("zhengai.campaign.rows", 40_000);

    private static final int KILLS = Math.max(20, ROWS / 20_000);

    private static final int EPOCH = 1_300_000_000;
    private static final int SERVE_ONE_IN = 7;
    /** Doubled up to so often: kills come early and late, some after pages were kept. */
    private static final int SOONEST_KILL_MILLIS = 25;

    private static final int DOUBLINGS = ROWS > 200_000 ? 8 : 6;
    private static final int PATIENCE_SECONDS = 120;
    private static final String PULLING =
            "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and query like '%1300000000%'";

    private final Random chance = new Random(20261126);

    @TempDir
    Path home;

    @Test
    void killsOfTheWholeProcessLoseNothingAndCountNothingTwice() throws Exception {
        Path data = home.resolve("data");
        try (PostgresServer server = PostgresServer.start(home.resolve("pg"));
                Connection watch = server.connect()) {
            Pulled.write(data.resolve("catalogue"), server.url());
            int killed = 0;
            int turns = 0;
            try (Writers writers = new Writers(server, WRITERS, ROWS, ROWS)) {
                while (killed < KILLS) {
                    writers.allow((int) ((long) ROWS * (killed + 1) / KILLS));
                    killed += killedWhilePulling(start(turns++, data), watch) ? 1 : 0;
                }
                assertThat(cursorMoved(data))
                        .as("some were killed after a page was kept")
                        .isTrue();
                writers.allow(ROWS);
                while (!writers.areDone()) {
                    pullInPeace(data);
                }
            }
            pullInPeace(data);
            Map<Long, Integer> truth = truth(watch);
            System.getLogger(KilledProcessTest.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "{0} rows, {1} processes killed, {2} were done before",
                            truth.size(),
                            killed,
                            turns - killed);
            assertThat(taken(data)).as("taken").isEqualTo(truth);
        }
    }

    private Process start(int turn, Path data) throws IOException {
        boolean serve = turn % SERVE_ONE_IN == SERVE_ONE_IN - 1;
        List<String> arguments = serve
                ? List.of("serve", "--data", data.toString(), "--port", Integer.toString(FreePorts.one()))
                : List.of("pull", "jw", "--data", data.toString());
        return ServeProcess.command(home.resolve("product.log"), arguments);
    }

    /** Kills it at a random moment after its session is there; false when it was done by then. */
    private boolean killedWhilePulling(Process process, Connection watch) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && count(watch) == 0) {
            assertThat(System.nanoTime()).as(this::said).isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        double millis = SOONEST_KILL_MILLIS * Math.pow(2, DOUBLINGS * chance.nextDouble());
        long moment = System.nanoTime() + (long) (millis * TimeUnit.MILLISECONDS.toNanos(1));
        while (process.isAlive() && System.nanoTime() < moment) {
            LockSupport.parkNanos(moment - System.nanoTime());
        }
        process.destroyForcibly();
        int code = process.waitFor();
        assertThat(code).as(this::said).isIn(0, 137);
        return code == 137;
    }

    private static long count(Connection watch) throws SQLException {
        try (Statement statement = watch.createStatement();
                ResultSet row = statement.executeQuery(PULLING)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean cursorMoved(Path data) throws Exception {
        try (Ledger ledger = SqliteLedger.open(data.resolve("ledger.sqlite"))) {
            return ledger.cursors().settled("jw").isPresent();
        }
    }

    private void pullInPeace(Path data) throws Exception {
        assertThat(start(0, data).waitFor()).as(this::said).isZero();
    }

    private String said() {
        try {
            return Files.readString(home.resolve("product.log"));
        } catch (IOException none) {
            return none.toString();
        }
    }

    /** Value by id, of what is in the files; every reading there is, superseded ones included. */
    private static Map<Long, Integer> taken(Path data) {
        Map<Long, Integer> taken = new HashMap<>();
        SeriesIndex index = new SeriesIndex();
        try (DuckDbReadings readings =
                DuckDbReadings.open(data.resolve("readings.duckdb"), index, Options.standard())) {
            for (Logged logged : readings.store().history(index.since(0), ReadingStore.NOW)) {
                long id = TimeUnit.MILLISECONDS.toSeconds(logged.reading().at()) - EPOCH;
                int value = Math.toIntExact(logged.reading().position() / 2_000_000);
                assertThat(taken.put(id, value)).as("taken twice: %s", id).isNull();
            }
            assertThat(readings.store().counts().inForce()).isEqualTo(taken.size());
            assertThat(readings.store().counts().superseded()).isZero();
        }
        return taken;
    }

    private static Map<Long, Integer> truth(Connection watch) throws SQLException {
        Map<Long, Integer> truth = new HashMap<>();
        try (Statement statement = watch.createStatement();
                ResultSet rows = statement.executeQuery("select id, value from score")) {
            while (rows.next()) {
                truth.put(rows.getLong(1), rows.getInt(2));
            }
        }
        return truth;
    }
}
