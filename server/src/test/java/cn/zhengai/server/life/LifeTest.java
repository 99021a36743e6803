package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends and starts in order, and takes over a changed catalogue while it runs. */
class LifeTest {
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    private Path data;
    private Pusher sender;

    @BeforeEach
    void college() throws IOException {
        data = folder.resolve("data");
        SmallCollege.write(data, 9);
        Files.delete(data.resolve("zhengai.yaml"));
        sender = new Pusher(FreePorts.one(), Ran.key(data, "jwxt"));
    }

    private static String open(ServeProcess serve) throws IOException {
        return Pusher.tree(serve.get("/api/v1/warnings?open=true"))
                .at("/items")
                .findValuesAsText("raisedAt")
                .toString();
    }

    private static void awaitOpen(ServeProcess serve, String raised) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!open(serve).equals(raised) && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(open(serve)).isEqualTo(raised);
    }

    private void push(String at, int present) throws IOException {
        assertThat(sender.json(Pusher.row("C1", at, present, 100)).statusCode()).isEqualTo(200);
    }

    @Test
    void endsInOrderAndGoesOn() throws IOException {
        ServeProcess first = ServeProcess.start(data, sender.port()).ready();
        push("2026-03-01T00:00:00Z", 80);
        assertThat(first.terminate()).isEqualTo(TERMINATED);
        assertThat(Files.readString(first.log)).doesNotContain("ERROR", "WARN", "Exception");
        assertThat(data.resolve("readings.duckdb.wal")).as("all in the file").doesNotExist();
        assertThat(data.resolve("ledger.sqlite-wal")).as("all in the file").doesNotExist();
        try (ServeProcess second = ServeProcess.start(data, sender.port()).ready()) {
            assertThat(open(second)).isEqualTo("[]");
            push("2026-03-02T00:00:00Z", 80);
            awaitOpen(second, "[2026-03-02T00:00:00Z]");
        }
    }

    @Test
    void aChangedCatalogueTakesOverAndABrokenOneDoesNot() throws IOException {
        Path points = data.resolve("catalogue/points/course.yaml");
        String declared = Files.readString(points);
        try (ServeProcess serve = ServeProcess.start(data, sender.port()).ready()) {
            push("2026-03-01T00:00:00Z", 91);
            push("2026-03-02T00:00:00Z", 91);
            push("2026-03-03T00:00:00Z", 91);
            assertThat(open(serve)).isEqualTo("[]");

            always("预警值当初就定错了");
            Files.writeString(points, declared.replace("warning: 90", "warning: 92"));
            awaitOpen(serve, "[2026-03-02T00:00:00Z]");

            always("改回去");
            Files.writeString(points, declared.replace("owner: jwc", "owner: jcw"));
            awaitLog(serve, "目录有错误，继续使用原目录");
            assertThat(Files.readString(serve.log)).contains("points/course.yaml:3:");
            assertThat(open(serve)).isEqualTo("[2026-03-02T00:00:00Z]");
            push("2026-03-04T00:00:00Z", 91);

            Files.writeString(points, declared);
            awaitOpen(serve, "[]");
        }
    }

    /** Without it, lines that change today say nothing about the readings of days before. */
    private void always(String reason) throws IOException {
        Files.writeString(data.resolve("catalogue/CHANGE.yaml"), "author: 李主任\nreason: " + reason + "\nfrom: always\n");
    }

    private static void awaitLog(ServeProcess serve, String said) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.readString(serve.log).contains(said) && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(Files.readString(serve.log)).contains(said);
    }
}
