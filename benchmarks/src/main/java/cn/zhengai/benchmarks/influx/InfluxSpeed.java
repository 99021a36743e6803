package cn.zhengai.benchmarks.influx;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.storage.influxdb.InfluxReadings;
import cn.zhengai.testkit.influx.InfluxServer;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A recorder's writes into a real InfluxDB (Debian's 1.6 behind the test forwarder, whose share of the processor counts as
 * ours), then the year rolled up, the newest readings, and the load of a new owner. A look by hand, no row of the table.
 */
public final class InfluxSpeed {
    private static final int PORTION = 50_000;
    private static final int BATCH = 5_000;
    private static final int POINTS = 20;
    private static final Partitioning PARTITIONS = new Partitioning(6);
    private static final long YEAR = 1_767_225_600_000L;
    private static final long YEAR_MILLIS = 365L * 86_400_000;

    private final PrintStream out;
    private final InfluxServer server;
    private final Path folder;
    private final InfluxReadings readings;
    private final SeriesIndex index = new SeriesIndex();
    private final List<List<Series>> byPartition;
    private final long[] positions = new long[PARTITIONS.partitions()];

    private InfluxSpeed(PrintStream out, InfluxServer server, Path folder, int series) {
        this.out = out;
        this.folder = folder;
        this.server = server;
        this.byPartition = IntStream.range(0, PARTITIONS.partitions())
                .<List<Series>>mapToObj(n -> new ArrayList<>())
                .toList();
        for (int n = 0; n < series; n++) {
            Series one = index.of("point-" + n % POINTS, "subject-" + n / POINTS);
            byPartition.get(PARTITIONS.of(one)).add(one);
        }
        server.create("zhengai");
        this.readings = InfluxReadings.open(
                InfluxAccess.of(server.url(), "any:thing", "any", "zhengai"), index, PARTITIONS, Duration.ofMinutes(1));
    }

    /** @param args series (default 100,000), instants of the year each has (default 20) */
    public static void main(String[] args) throws IOException {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int instants = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Path folder = Files.createTempDirectory("zhengai-influx-speed");
        try (InfluxServer server = InfluxServer.start(folder)) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            new InfluxSpeed(out, server, folder, series).run(series, instants);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run(int series, int instants) throws IOException {
        ReadingWriter writer = readings.writer();
        long all = (long) series * instants;
        measure("write", all, () -> write(writer, instants));
        memory();
        Set<String> points =
                IntStream.range(0, POINTS).mapToObj(n -> "point-" + n).collect(Collectors.toSet());
        long[] count = new long[1];
        measure(
                "year",
                all,
                () -> readings.store()
                        .summarise(points, YEAR, YEAR + YEAR_MILLIS, ReadingStore.NOW, sum -> count[0] += sum.count()));
        measure("latest", series, () -> readings.store().latest(points, ReadingStore.NOW, logged -> count[0]++));
        measure("new owner", series, () -> {
            ReadingWriter next = readings.writer();
            for (int partition = 0; partition < positions.length; partition++) {
                next.assigned(partition);
            }
        });
        memory();
        disk(all);
        if (count[0] != all + series) {
            throw new IllegalStateException("counted " + count[0]);
        }
        readings.close();
    }

    private void write(ReadingWriter writer, int instants) {
        for (int partition = 0; partition < positions.length; partition++) {
            writer.assigned(partition);
        }
        for (int instant = 0; instant < instants; instant++) {
            long at = YEAR + YEAR_MILLIS / instants * instant;
            for (int partition = 0; partition < positions.length; partition++) {
                List<Series> all = byPartition.get(partition);
                for (int first = 0; first < all.size(); first += PORTION) {
                    List<Series> some = all.subList(first, Math.min(all.size(), first + PORTION));
                    writer.write(delivery(partition, some, at));
                }
            }
        }
    }

    private Delivery delivery(int partition, List<Series> series, long at) {
        long after = positions[partition];
        List<Logged> rows = new ArrayList<>(series.size());
        for (Series one : series) {
            long seq = ++positions[partition];
            BatchHead head = new BatchHead(
                    "push-" + partition + "-" + seq / BATCH, "academic-affairs", Instant.ofEpochMilli(at), false);
            int row = (int) (seq % BATCH) + 1;
            rows.add(new Logged(
                    seq,
                    head,
                    one.number() % POINTS % 5 < 4
                            ? Reading.plain(one, at, (60 + seq % 40) * Micros.ONE, row)
                            : Reading.ratio(one, at, seq % 50 * Micros.ONE, 50 * Micros.ONE, 100, row)));
        }
        return new Delivery(partition, after, positions[partition], rows);
    }

    private void measure(String what, long units, Runnable work) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long engine = server.processorMillis();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "%-10s %,10d in %7.2f s: %,9.0f/s; us of processor each: ours %.2f, engine %.2f%n",
                what,
                units,
                seconds,
                units / seconds,
                (machine.getProcessCpuTime() - cpu) / 1e3 / units,
                (server.processorMillis() - engine) * 1e3 / units);
    }

    /** All its files, the log of what is not compacted yet included. */
    private void disk(long readings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
            out.printf(Locale.ROOT, "disk %d MB, %.1f bytes a reading%n", bytes >> 20, (double) bytes / readings);
        }
    }

    private void memory() throws IOException {
        Runtime jvm = Runtime.getRuntime();
        String engine = Files.readString(Path.of("/proc/" + server.pid() + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
        out.printf(Locale.ROOT, "ours %d MB heap, engine %s%n", (jvm.totalMemory() - jvm.freeMemory()) >> 20, engine);
    }
}
