package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code zhengai serve} in a process of its own, on a free port of the loopback. */
public final class ServeProcess implements AutoCloseable {
    static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    final int port;
    final Path log;

    private ServeProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Runs a command of the product and returns its process; output goes to {@code log}. */
    public static Process command(Path log, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + log.toAbsolutePath().getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                "cn.zhengai.server.Main"));
        line.addAll(arguments);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    static ServeProcess start(Path data, int port) throws IOException {
        return start(data, port, data.resolveSibling(data.getFileName() + ".log"));
    }

    /** @param log where its output goes, and beside it its temporary files */
    static ServeProcess start(Path data, int port, Path log) throws IOException {
        Process process = command(log, List.of("serve", "--data", data.toString(), "--port", Integer.toString(port)));
        return new ServeProcess(process, port, log);
    }

    /** Waits until it says it is ready. */
    ServeProcess ready() throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            assertThat(process.isAlive())
                    .as(() -> "serve ended early: " + readLog())
                    .isTrue();
            try {
                if (get("/ready").statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                assertThat(notYet).isNotNull();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("not ready in " + PATIENCE + ": " + readLog());
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** SIGKILL. */
    void kill() throws IOException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM; the exit is orderly. */
    @Override
    public void close() throws IOException {
        terminate();
    }

    /** SIGTERM; returns the exit code. */
    int terminate() throws IOException {
        process.destroy();
        awaitEnd();
        return process.exitValue();
    }

    private void awaitEnd() throws IOException {
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("process ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String readLog() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
