package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.net.FreePorts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a server that takes in readings all the while: each is sound and holds what was acknowledged before it. */
class BackupWhileRunningTest {
    private static final int ROWS = 1_000;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path data;
    private Pusher sender;
    private final AtomicInteger acknowledged = new AtomicInteger();

    @BeforeEach
    void college() throws IOException {
        data = folder.resolve("data");
        SmallCollege.write(data, 9);
        sender = new Pusher(FreePorts.one(), Ran.key(data, "jwxt"));
    }

    @Test
    void backupsOfABusyServerCanBeRestored() throws Exception {
        List<Path> backups = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        try (ServeProcess serve = ServeProcess.start(data, sender.port()).ready()) {
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> pushUntil(enough));
            for (int i = 0; i < 3; i++) {
                before.add(acknowledged.get());
                Path into = folder.resolve("backups" + i);
                Ran made = Ran.command(folder, "backup", "--data", data.toString(), "--to", into.toString());
                assertThat(made.exit()).as(made.text()).isZero();
                assertThat(made.text()).contains("由它来备份", "备份已完成并核对");
                backups.add(only(into));
            }
            enough.set(true);
            pushing.join();
            assertThat(serve.get("/ready").statusCode()).isEqualTo(200);
        }
        for (int i = 0; i < backups.size(); i++) {
            Path elsewhere = folder.resolve("elsewhere" + i);
            Ran restored = Ran.command(folder, "restore", backups.get(i).toString(), "--data", elsewhere.toString());
            assertThat(restored.exit()).as(restored.text()).isZero();
            assertThat(restored.text()).contains("备份完好");
            resumes(elsewhere, before.get(i));
        }
    }

    /** The restored folder is complete up to the backup, evaluates what it holds, and goes on. */
    private void resumes(Path elsewhere, int batches) throws IOException {
        Files.writeString(elsewhere.resolve("zhengai.yaml"), "port: 0\n");
        try (ServeProcess serve = ServeProcess.start(elsewhere, FreePorts.one()).ready()) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (open(serve) < SmallCollege.COURSES && System.nanoTime() < until) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            assertThat(taken(serve)).isGreaterThanOrEqualTo((long) batches * ROWS);
            assertThat(open(serve)).isEqualTo(SmallCollege.COURSES);
        }
    }

    private static int open(ServeProcess serve) throws IOException {
        JsonNode items = Pusher.tree(serve.get("/api/v1/warnings?open=true&limit=100"));
        return items.path("items").size();
    }

    private static long taken(ServeProcess serve) throws IOException {
        long all = 0;
        for (int course = 0; course < SmallCollege.COURSES; course++) {
            all += Pusher.tree(serve.get("/api/v1/series/" + SmallCollege.POINT + "/C" + course))
                    .path("readings")
                    .asLong();
        }
        return all;
    }

    private static Path only(Path into) throws IOException {
        try (Stream<Path> inside = Files.list(into)) {
            List<Path> all = inside.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private void pushUntil(AtomicBoolean enough) {
        while (!enough.get() || acknowledged.get() < 3) {
            try {
                assertThat(push(acknowledged.get())).isEqualTo(200);
                acknowledged.incrementAndGet();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** All in warning: every course has one open warning after its second reading. */
    private int push(int batch) throws IOException {
        StringBuilder rows = new StringBuilder(ROWS * 120);
        for (int i = 0; i < ROWS; i++) {
            long number = (long) batch * ROWS + i;
            String at = START.plusSeconds(number).toString();
            rows.append(Pusher.row("C" + number % SmallCollege.COURSES, at, 80, 100))
                    .append('\n');
        }
        return sender.post(
                        "/api/v1/readings",
                        rows.toString().getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-ndjson",
                        "Idempotency-Key",
                        "batch-" + batch)
                .statusCode();
    }
}
