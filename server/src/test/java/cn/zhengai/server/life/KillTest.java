package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process while it takes in readings. Afterwards every acknowledged reading is there, none twice, and episodes
 * and visible notices equal those of a run that nobody disturbed.
 */
class KillTest {
    private static final int KILLS = 50;
    private static final int ROWS = 40;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Random CHANCE = new Random(20260301);

    @TempDir
    private Path folder;

    @Test
    void fiftyKillsLoseNothingAndTellNobodyTwice() throws IOException {
        Outcome disturbed;
        int batches;
        try (Hook hook = new Hook()) {
            Path data = folder.resolve("disturbed");
            SmallCollege.write(data, hook.port());
            batches = pushThroughKills(data, Ran.key(data, "jwxt"));
            disturbed = outcome(data, hook, batches);
        }
        try (Hook hook = new Hook()) {
            Path data = folder.resolve("calm");
            SmallCollege.write(data, hook.port());
            String key = Ran.key(data, "jwxt");
            try (ServeProcess serve = ServeProcess.start(data, FreePorts.one()).ready()) {
                for (int i = 0; i < batches; i++) {
                    assertThat(push(serve.port, key, i)).isEqualTo(200);
                }
            }
            Outcome calm = outcome(data, hook, batches);
            assertThat(disturbed.readings()).isEqualTo(calm.readings()).hasSize(batches * ROWS);
            assertThat(disturbed.episodes()).isEqualTo(calm.episodes()).isNotEmpty();
            assertThat(disturbed.notices()).isEqualTo(calm.notices()).isNotEmpty();
        }
    }

    private record Outcome(TreeSet<String> readings, TreeSet<String> episodes, TreeSet<String> notices) {}

    /** Pushes batch after batch while the process is killed; an unanswered batch is sent again. Returns how many there were. */
    private static int pushThroughKills(Path data, String key) throws IOException {
        int port = FreePorts.one();
        int batch = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            ServeProcess serve = ServeProcess.start(data, port).ready();
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(30 + CHANCE.nextInt(500));
            Thread killer = new Thread(() -> killAt(serve, until));
            killer.start();
            while (killer.isAlive()) {
                if (acknowledged(port, key, batch)) {
                    batch++;
                }
            }
            serve.kill();
        }
        try (ServeProcess serve = ServeProcess.start(data, port).ready()) {
            assertThat(push(serve.port, key, batch)).isEqualTo(200);
        }
        return batch + 1;
    }

    private static void killAt(ServeProcess serve, long until) {
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        try {
            serve.kill();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean acknowledged(int port, String key, int batch) {
        try {
            return push(port, key, batch) == 200;
        } catch (IOException killed) {
            return false;
        }
    }

    private static int push(int port, String key, int batch) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            int number = batch * ROWS + i;
            int course = number % SmallCollege.COURSES;
            int turn = number / SmallCollege.COURSES;
            int present = (turn + course) % 9 < 4 ? 30 : 40;
            rows.append("{\"point\":\"").append(SmallCollege.POINT).append("\",\"subject\":\"C");
            rows.append(course).append("\",\"at\":\"").append(START.plus(Duration.ofMinutes(turn)));
            rows.append("\",\"numerator\":").append(present).append(",\"denominator\":40}\n");
        }
        HttpResponse<String> answer =
                ServeProcess.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/readings"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", "batch-" + batch)
                        .POST(HttpRequest.BodyPublishers.ofString(rows.toString(), StandardCharsets.UTF_8))
                        .build());
        return answer.statusCode();
    }

    /** Lets the process finish its work, stops it, and looks into its files. */
    private static Outcome outcome(Path data, Hook hook, int batches) throws IOException {
        try (ServeProcess serve = ServeProcess.start(data, FreePorts.one()).ready()) {
            awaitQuiet(serve);
        }
        TreeSet<String> readings = new TreeSet<>();
        TreeSet<String> episodes = new TreeSet<>();
        SeriesIndex index = new SeriesIndex();
        try (DuckDbReadings stored = DuckDbReadings.open(data.resolve("readings.duckdb"), index, Options.standard());
                Ledger ledger = SqliteLedger.open(data.resolve("ledger.sqlite"))) {
            for (int course = 0; course < SmallCollege.COURSES; course++) {
                var series = index.of(SmallCollege.POINT, "C" + course);
                var read = stored.store().read(series, 0, Long.MAX_VALUE, ReadingStore.NOW);
                read.forEach(r -> assertThat(readings.add(series + " "
                                + r.reading().at() + " " + r.reading().numerator()))
                        .as("twice: %s", r)
                        .isTrue());
            }
            ledger.warnings()
                    .find(new WarningLedger.Query(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            1_000_000))
                    .forEach(w -> episodes.add(w.subject() + " " + w.raisedAt() + " " + w.clearedAt() + " "
                            + w.severity() + " " + w.status()));
            assertThat(ledger.outbox().counts().getOrDefault(Notice.State.WAITING, 0L))
                    .isZero();
        }
        assertThat(readings).hasSize(batches * ROWS);
        TreeSet<String> notices = new TreeSet<>();
        List<String> repeated = new ArrayList<>();
        hook.visible.values().forEach(message -> {
            String told = message.path("step").asText() + " "
                    + message.path("subject").path("id").asText() + " "
                    + message.path("warning").path("raisedAt").asText() + " "
                    + message.path("warning").path("clearedAt").asText();
            if (!notices.add(told)) {
                repeated.add(told);
            }
        });
        assertThat(repeated).as("told twice under different keys").isEmpty();
        return new Outcome(readings, episodes, notices);
    }

    private static void awaitQuiet(ServeProcess serve) throws IOException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < until) {
            String metrics = serve.get("/metrics").body();
            if (metrics.lines().anyMatch(l -> l.startsWith("zhengai_work_left") && l.endsWith(" 0.0"))) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("work was left after two minutes");
    }
}
