package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk below the data folder runs full: pushes are refused as such, nothing acknowledged is lost, and it goes on. */
class DiskFullTest {
    private static final int ROWS = 10_000;
    private static final int MOST = 400;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void pushesAreRefusedUntilThereIsRoomAgain() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()),
                "disk full: not tested here, for it needs the right to mount a tmpfs");
        try {
            runFullAndRecover(disk);
        } finally {
            assertThat(run("umount", disk.toString())).as("unmounted").isTrue();
        }
    }

    private void runFullAndRecover(Path disk) throws IOException {
        Path data = disk.resolve("data");
        SmallCollege.write(data, 9);
        Files.writeString(data.resolve("zhengai.yaml"), "port: 0\n");
        Path filler = disk.resolve("filler");
        Pusher sender = new Pusher(FreePorts.one(), Ran.key(data, "jwxt"));
        int acknowledged = 0;
        try (ServeProcess serve = ServeProcess.start(data, sender.port(), folder.resolve("first.log"))
                .ready()) {
            assertThat(push(sender, acknowledged++).statusCode()).isEqualTo(200);
            Files.write(filler, new byte[40 << 20]);
            HttpResponse<String> answer = push(sender, acknowledged);
            while (answer.statusCode() == 200 && acknowledged < MOST) {
                answer = push(sender, ++acknowledged);
            }
            assertThat(answer.statusCode()).as(answer.body()).isIn(503, 507);
            assertThat(answer.body()).contains("磁盘已满");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(push(sender, acknowledged).statusCode()).as("still").isIn(503, 507);
            assertThat(serve.get("/health").statusCode()).isEqualTo(200);

            Files.delete(filler);

            acknowledge(sender, acknowledged++);
            assertThat(taken(serve)).isEqualTo((long) acknowledged * ROWS);
            awaitReady(serve);
        }
        try (ServeProcess again = ServeProcess.start(data, sender.port(), folder.resolve("second.log"))
                .ready()) {
            assertThat(taken(again)).as("after a restart").isEqualTo((long) acknowledged * ROWS);
            acknowledge(sender, acknowledged);
        }
    }

    /** Sends it again until it is taken, as senders do. */
    private static void acknowledge(Pusher sender, int batch) throws IOException {
        HttpResponse<String> answer = push(sender, batch);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (answer.statusCode() != 200 && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            answer = push(sender, batch);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void awaitReady(ServeProcess serve) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        HttpResponse<String> answer = serve.get("/ready");
        while (answer.statusCode() != 200 && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            answer = serve.get("/ready");
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> push(Pusher sender, int batch) throws IOException {
        StringBuilder rows = new StringBuilder(ROWS * 120);
        for (int i = 0; i < ROWS; i++) {
            long number = (long) batch * ROWS + i;
            String at = START.plusMillis(number * 7919 % 15_000_000_000L).toString();
            int all = 1000 + (int) (number * 31 % 9000);
            rows.append(Pusher.row("C" + number % SmallCollege.COURSES, at, all - (int) (number % 20), all))
                    .append('\n');
        }
        return sender.post(
                "/api/v1/readings",
                rows.toString().getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-ndjson",
                "Idempotency-Key",
                "batch-" + batch);
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

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
