package cn.zhengai.benchmarks.dashboard;

import cn.zhengai.dashboards.point.Point;
import cn.zhengai.server.publish.InfluxSink;
import cn.zhengai.storage.influxdb.InfluxAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes a big college's results, batch by batch, as the publisher does. */
final class FillingUp {
    private static final int BATCH = 5_000;
    private static final int AT_ONCE = 50;

    private final InfluxSink sink;
    private final BigResults results;
    private final List<Point> batch = new ArrayList<>(BATCH);
    private final long start = System.nanoTime();
    private long written;

    FillingUp(InfluxAccess access, BigResults results) {
        this.sink = new InfluxSink(access);
        this.results = results;
    }

    void run() {
        results.others(this::take);
        tell("results");
        BigMetrics.points(BigResults.NOW, this::take);
        tell("metrics");
        Consumer<Point> out = this::take;
        for (int first = 0; first < results.instants(); first += AT_ONCE) {
            results.standings(first, Math.min(results.instants(), first + AT_ONCE), out);
            tell("standings up to " + (first + AT_ONCE));
        }
    }

    private void take(Point point) {
        batch.add(point);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        sink.write(batch);
        written += batch.size();
        batch.clear();
    }

    private void tell(String what) {
        flush();
        System.out.printf(
                Locale.ROOT, "%s: %,d points after %.0f s%n", what, written, (System.nanoTime() - start) / 1e9);
    }
}
