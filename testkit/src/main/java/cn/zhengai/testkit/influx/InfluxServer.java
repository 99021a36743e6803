package cn.zhengai.testkit.influx;

import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * InfluxDB of this machine over one folder, reached at {@link #url} as a later release is (bucket = database, no
 * organisation, any token unless one is demanded). Ends with this process. Methods that change its state are for one
 * thread.
 */
public final class InfluxServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/influxd");
    /** Percent by which its heap grows before it looks for garbage: a third of the processor less than at 100. */
    private static final String COLLECTS_AT = "200";

    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_MILLIS = 20;

    private final Path home;
    private final int port;
    private final int inner;
    private final Thread end = new Thread(this::kill, "influxd-end");
    private final Forwarder forwarder;
    private Process process;

    private InfluxServer(Path home) throws IOException {
        this.home = home;
        List<Integer> ports = FreePorts.some(2);
        this.port = ports.get(0);
        this.inner = ports.get(1);
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(end);
        awaitReady();
        this.forwarder = Forwarder.translating(engine());
    }

    /**
     * Starts it; it then answers.
     *
     * @param home empty, absent or of an earlier start; what the server keeps lies there
     * @throws IllegalStateException when Debian's package is not installed: nothing here can be tested without it
     */
    public static InfluxServer start(Path home) {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(
                    "没有找到 InfluxDB：" + PROGRAM
                            + " 不存在，时序库的测试不能运行。请安装：apt-get install influxdb (InfluxDB is not installed: /usr/bin/influxd is missing)");
        }
        try {
            return new InfluxServer(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where clients go: reading, writing and deleting as release 2 has them. */
    public URI url() {
        return forwarder.url();
    }

    /** The server as clients reach it. */
    public InfluxHost host() {
        return new InfluxHost(url(), "any:thing", "college", InfluxRelease.ONE);
    }

    /** The engine itself: release 1.6, without what the forwarder adds. */
    public URI engine() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What stands between the clients and the engine, for bad weather. */
    public Forwarder forwarder() {
        return forwarder;
    }

    /** Makes a database (a bucket) for readings that are kept for years, as docs/influxdb.md says; nothing when there is one. */
    public void create(String database) {
        String quoted = "\"" + database.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        Engine.statement(engine(), "", "CREATE DATABASE " + quoted + " WITH DURATION INF SHARD DURATION 364d");
    }

    /** Ends it as an operator does. It is no harm when it does not run. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Ends it at once, whatever it is doing. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again over the same folder, on the same ports, after {@link #stop} or {@link #kill}. */
    public void restart() {
        stop();
        try {
            process = launch();
            awaitReady();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Processor time used by the engine since it was started last, in milliseconds. */
    public long processorMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Its number, to look at its memory. */
    public long pid() {
        return process.pid();
    }

    private Process launch() throws IOException {
        Files.createDirectories(home);
        Path config = Files.writeString(home.resolve("influxdb.conf"), InfluxConfig.text(home, port, inner));
        ProcessBuilder program = new ProcessBuilder(PROGRAM.toString(), "-config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        program.environment().put("GOGC", COLLECTS_AT);
        return program.start();
    }

    private Path log() {
        return home.resolve("influxd.log");
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Engine.answers(engine())) {
            if (exited() || System.nanoTime() > end) {
                kill();
                throw new IOException("influxd did not start: " + Files.readString(log()));
            }
        }
    }

    /** Gives it a moment. */
    private boolean exited() throws IOException {
        try {
            return process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        forwarder.close();
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            // this process is ending: the hook runs by itself
        }
    }
}
