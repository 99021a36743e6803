package cn.zhengai.storage.duckdb;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process to be killed: appends without end from two threads, settles from a third, and prints the id of each batch
 * that was acknowledged. An id ends with the number of its readings, all of different instants.
 */
final class KilledWriter {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private KilledWriter() {}

    /** @param args folder, seed */
    public static void main(String[] args) {
        SeriesIndex index = new SeriesIndex();
        Options options = new Options(128, 1, 1000, 100_000_000, "1MB");
        DuckDbReadings readings = DuckDbReadings.open(Path.of(args[0]).resolve("readings.duckdb"), index, options);
        PrintStream acknowledgements = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long seed = Long.parseLong(args[1]);
        for (int writer = 0; writer < 2; writer++) {
            String name = seed + "-" + writer;
            Random random = new Random(seed * 2 + writer);
            new Thread(() -> append(readings, index, name, random, acknowledgements)).start();
        }
        new Thread(() -> settle(readings)).start();
    }

    private static void append(
            DuckDbReadings readings, SeriesIndex index, String name, Random random, PrintStream acknowledgements) {
        for (int number = 0; ; number++) {
            int size = 1 + random.nextInt(random.nextInt(10) == 0 ? 20_000 : 50);
            String id = name + "-" + number + "-" + size;
            Series series = index.of("point", id);
            List<Reading> rows = new ArrayList<>(size);
            for (int row = 1; row <= size; row++) {
                rows.add(Reading.plain(series, row, Micros.ONE, row));
            }
            readings.log().append(List.of(new Batch(new BatchHead(id, name, NOW, false), rows)));
            acknowledgements.println(id);
        }
    }

    private static void settle(DuckDbReadings readings) {
        while (true) {
            readings.settle();
        }
    }
}
