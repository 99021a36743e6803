package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Size;
import cn.zhengai.benchmarks.process.WriteTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Pushes at an even pace, whatever the answers take: lines of quiet series in turn, and one of a series that was never in
 * warning before and is now.
 */
final class SteadyPush {
    private static final int A_SECOND = 50;
    private static final int LINES = 200;
    private static final int WARM_UP_SECONDS = 5;
    private static final int CONNECTIONS = 8;
    /** 2025-01-06T00:00:00+08:00. */
    private static final long START = 1_736_092_800_000L;

    private final Size size;
    private final WriteTarget target;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private int quiet;
    private int sick;

    SteadyPush(Size size, WriteTarget target) {
        this.size = size;
        this.target = target;
    }

    /** Warms up, then goes on for so long. */
    void run(int seconds) throws InterruptedException {
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        long started = System.nanoTime();
        int warm = WARM_UP_SECONDS * A_SECOND;
        for (int n = 0; n < warm + seconds * A_SECOND; n++) {
            long due = started + n * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String falls = n % 2 == 0 ? fall() : "";
            byte[] body = body(falls);
            boolean counted = n >= warm && !falls.isEmpty();
            connections.execute(() -> send(body, counted ? falls : "", due));
        }
        connections.shutdown();
        if (!connections.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("pushes are still unanswered a minute later");
        }
    }

    private void send(byte[] body, String falls, long due) {
        if (!falls.isEmpty()) {
            sent.put(falls, due);
        }
        try {
            if (!target.write(body)) {
                throw new IllegalStateException("the product is behind at this pace");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The upper half of the subjects falls, one series after the other; the lower half stays quiet. */
    private String fall() {
        return key(sick++, size.subjects() / 2);
    }

    /** A series of a plain point: of five points in a row the first is a ratio. */
    private String key(int n, int firstSubject) {
        int plain = size.points() / 5 * 4;
        int p = n % plain;
        return College.point(p / 4 * 5 + 1 + p % 4) + "/"
                + College.subject(firstSubject + n / plain % (size.subjects() / 2));
    }

    private byte[] body(String falls) {
        StringBuilder text = new StringBuilder();
        if (!falls.isEmpty()) {
            line(text, falls, "40.5", START + quiet);
        }
        for (int i = falls.isEmpty() ? 0 : 1; i < LINES; i++) {
            line(text, key(quiet, 0), "93.25", START + quiet);
            quiet++;
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void line(StringBuilder text, String key, String value, long at) {
        int slash = key.indexOf('/');
        text.append(key, 0, slash).append(",subject=").append(key, slash + 1, key.length());
        text.append(" value=").append(value).append(' ').append(at).append('\n');
    }

    /** Milliseconds from due to arrival. */
    List<Double> latencies(Map<String, Long> arrivals) {
        List<Double> millis = new ArrayList<>();
        sent.forEach((series, due) -> {
            Long arrived = arrivals.get(series);
            if (arrived == null) {
                throw new IllegalStateException("no notice came for " + series);
            }
            millis.add((arrived - due) / 1e6);
        });
        return millis;
    }
}
