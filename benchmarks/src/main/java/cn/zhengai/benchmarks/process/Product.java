package cn.zhengai.benchmarks.process;

import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code zhengai serve}, started by the launcher as people start it. */
public final class Product implements WriteTarget, AutoCloseable {
    private static final long LOOK_NANOS = 2_000_000;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
    static final String LINES = "text/plain; charset=utf-8";
    private static final String JSON = "application/x-ndjson";
    private static final String LEFT = "zhengai_work_left ";

    private final Child child;
    private final String base;
    private final String key;
    private final double startSeconds;

    private Product(Child child, String base, String key, double startSeconds) {
        this.child = child;
        this.base = base;
        this.key = key;
        this.startSeconds = startSeconds;
    }

    /** Makes a key for source {@code push}, starts, and waits for the first answer. */
    public static Product serve(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        List<String> command = List.of("key", "push", "--data", data.toString());
        List<String> said =
                command(command, data.resolveSibling("key.log")).strip().lines().toList();
        return start(data, said.get(said.size() - 1));
    }

    /** As {@link #serve} in a folder that does not exist yet, without a key. */
    public static Product serveEmpty(Path data) throws IOException {
        return start(data, "");
    }

    private static Product start(Path data, String key) throws IOException {
        int port = FreePorts.one();
        List<String> command = launcher("serve", "--data", data.toString(), "--port", String.valueOf(port));
        long started = System.nanoTime();
        Child child = Child.start(command, data.resolveSibling("serve.log"));
        String base = "http://127.0.0.1:" + port;
        while (Http.get(base + "/health").status() != 200) {
            if (!child.alive() || System.nanoTime() - started > LONGEST_NANOS) {
                child.close();
                throw child.failure("the product did not start");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return new Product(child, base, key, (System.nanoTime() - started) / 1e9);
    }

    /** Runs a command to its end; what it said. */
    public static String command(List<String> arguments, Path said) throws IOException, InterruptedException {
        try (Child child = Child.start(launcher(arguments.toArray(String[]::new)), said)) {
            return child.finish(TimeUnit.MINUTES.toSeconds(30));
        }
    }

    private static List<String> launcher(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Checkout.root().resolve("zhengai").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** From starting the launcher to the first good answer of {@code /health}. */
    public double startSeconds() {
        return startSeconds;
    }

    public long resident() throws IOException {
        return child.resident();
    }

    @Override
    public boolean write(byte[] lines) throws IOException {
        return taken(Http.post(base + "/write?precision=ms", key, LINES, lines), 204);
    }

    /** As {@link #write}, of NDJSON. */
    public boolean writeJson(byte[] rows) throws IOException {
        return taken(Http.post(base + "/api/v1/readings", key, JSON, rows), 200);
    }

    private boolean taken(Http.Answer answer, int yes) {
        if (answer.status() == 429 || answer.status() == 503) {
            return false;
        }
        if (answer.status() != yes) {
            throw child.failure("the product answered " + answer.status() + " " + answer.text());
        }
        return true;
    }

    /** Waits until everything taken in is evaluated, routed and sent. */
    public void awaitWorkDone() throws IOException {
        long until = System.nanoTime() + LONGEST_NANOS;
        while (workLeft() != 0) {
            if (System.nanoTime() > until) {
                throw child.failure("work is left");
            }
            LockSupport.parkNanos(10 * LOOK_NANOS);
        }
    }

    private long workLeft() throws IOException {
        String metrics = Http.get(base + "/metrics").text();
        int at = metrics.indexOf("\n" + LEFT);
        if (at < 0) {
            throw child.failure("no metric " + LEFT);
        }
        int from = at + 1 + LEFT.length();
        return (long) Double.parseDouble(metrics.substring(from, metrics.indexOf('\n', from)));
    }

    @Override
    public void close() {
        child.close();
    }
}
