package cn.zhengai.benchmarks.distributed;

import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.engines.Engines;
import cn.zhengai.server.run.Role;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The distributed run with everything on this machine: brokers, stores and instances share its cores. A warner alone over
 * a full topic, a recorder alone, then all of it at once from append to evaluated and stored, and a year summed up from the
 * store. A look by hand; run it with the class path of this module.
 */
public final class DistributedSpeed {
    private static final int PARTITIONS = 6;
    private static final int AT_ONCE = 20;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Engines engines;
    private final Path home;
    private final BigCollege college;
    private int folders;

    private DistributedSpeed(Engines engines, Path home, BigCollege college) {
        this.engines = engines;
        this.home = home;
        this.college = college;
    }

    /** @param arguments readings of each part (default 2,000,000), series (default 100,000) */
    public static void main(String[] arguments) throws IOException {
        long readings = arguments.length > 0 ? Long.parseLong(arguments[0]) : 2_000_000;
        int series = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path home = Files.createTempDirectory("zhengai-distributed-speed");
        try (Engines engines = Engines.start(home.resolve("engines"), 1, PARTITIONS)) {
            new DistributedSpeed(engines, home, new BigCollege(series)).run(readings);
        }
        System.exit(0);
    }

    private void run(long readings) throws IOException {
        Path data = folder();
        college.catalogue(data);
        try (Run collector = open(data)) {
            timed("append alone", readings, () -> append(collector, college, 0, readings));
            try (Service warner = Service.start(open(folder()), Set.of(Role.WARNER))) {
                timed("warner alone, from a full topic", readings, () -> until(() -> evaluated(collector)));
                out.println("  heap with " + college.series() + " series: " + heap() + " MB");
                together(collector, readings);
                out.println("  evaluated by " + warner.link());
            }
            long[] sums = {0};
            timed(
                    "year summed up from the store",
                    2 * readings,
                    () -> collector
                            .stores()
                            .readings()
                            .store()
                            .summarise(
                                    Set.of("p"),
                                    Long.MIN_VALUE,
                                    Long.MAX_VALUE,
                                    ReadingStore.NOW,
                                    sum -> sums[0] += sum.count()));
            out.println("  readings summed up: " + sums[0]);
        }
    }

    private void together(Run collector, long readings) {
        try (Service recorder = Service.start(open(folder()), Set.of(Role.RECORDER))) {
            timed("recorder alone, from a full topic", readings, () -> until(() -> recorded(collector)));
            out.println("  recorded by " + recorder.link());
            timed("all at once, from append to evaluated and stored", readings, () -> {
                append(collector, college, readings, 2 * readings);
                until(() -> evaluated(collector) && recorded(collector));
            });
        }
    }

    static void append(Run collector, BigCollege college, long from, long until) {
        SeriesIndex index = collector.stores().index();
        List<Batch> batches = college.batches(index, from, until);
        for (int at = 0; at < batches.size(); at += AT_ONCE) {
            collector.stores().readings().log().append(batches.subList(at, Math.min(batches.size(), at + AT_ONCE)));
        }
    }

    static boolean evaluated(Run run) {
        Knowledge end = run.stores().readings().log().end();
        return IntStream.range(0, PARTITIONS)
                .allMatch(partition -> run.stores().ledger().warnings().position(Warner.CONSUMER, partition)
                        >= end.through(partition));
    }

    static boolean recorded(Run run) {
        return run.stores()
                .readings()
                .store()
                .known()
                .equals(run.stores().readings().log().end());
    }

    static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            pause(50);
        }
    }

    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void timed(String what, long readings, Runnable work) {
        long cpu = engines.influx().processorMillis();
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(String.format(
                Locale.ROOT,
                "%-50s %,12d readings %8.1f s %,10.0f/s   InfluxDB %.1f us CPU a reading",
                what,
                readings,
                seconds,
                readings / seconds,
                (engines.influx().processorMillis() - cpu) * 1000.0 / readings));
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private Path folder() {
        Path data = home.resolve("instance-" + folders++);
        engines.settings(data, 0);
        return data;
    }

    static Run open(Path data) {
        DataFolder folder = DataFolder.open(data);
        return Run.open(folder, Settings.read(folder.settings(), Map.of()), Clocks.system());
    }
}
