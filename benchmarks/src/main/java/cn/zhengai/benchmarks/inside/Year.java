package cn.zhengai.benchmarks.inside;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Size;
import cn.zhengai.benchmarks.college.Traffic;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Fork;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A year in the store, settled, and then: roll-ups of all series, achievement and grade of twenty departments, kept in the
 * ledger. The first time is that of a process that never assessed before, the others show the middle of five.
 */
public final class Year {
    private static final int PART = 50_000;
    private static final int TIMES = 5;
    private static final Instant KNOWN = Instant.parse("2026-01-10T00:00:00Z");

    private Year() {}

    /** Arguments: a {@link Size}. Says {@code first}, {@code seconds}, {@code fillPerSecond} and {@code departments}. */
    public static void main(String[] arguments) throws IOException {
        Size size = Size.of(arguments);
        Path room = Checkout.room("year");
        SeriesIndex index = new SeriesIndex();
        try (Ledger ledger = SqliteLedger.open(room.resolve("ledger.db"));
                DuckDbReadings readings = DuckDbReadings.open(room.resolve("readings.db"), index, Options.standard())) {
            long started = System.nanoTime();
            long count = fill(readings, index, size);
            readings.settle();
            Fork.say("fillPerSecond", count * 1e9 / (System.nanoTime() - started));
            Catalogue catalogue = new College(size).catalogue(room.resolve("catalogue"));
            assess(new AssessmentDesk(
                    () -> catalogue, readings.store(), ledger.assessments(), InstantSource.fixed(KNOWN)));
        } finally {
            Checkout.delete(room);
        }
    }

    private static long fill(DuckDbReadings readings, SeriesIndex index, Size size) {
        List<Reading> part = new ArrayList<>();
        long[] parts = new long[1];
        new Traffic(size).readings(index, (reading, instant) -> {
            part.add(reading);
            if (part.size() == PART) {
                append(readings, part, parts);
            }
        });
        long rest = part.size();
        append(readings, part, parts);
        return (parts[0] - 1) * PART + rest;
    }

    private static void append(DuckDbReadings readings, List<Reading> part, long[] parts) {
        BatchHead head = new BatchHead("b" + parts[0]++, "push", KNOWN, true);
        readings.log().append(List.of(new Batch(head, part)));
        part.clear();
    }

    private static void assess(AssessmentDesk desk) {
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long started = System.nanoTime();
            var result = desk.assess(College.CYCLE);
            seconds[i] = (System.nanoTime() - started) / 1e9;
            if (i == 0) {
                Fork.say("first", seconds[0]);
                Fork.say("departments", result.departments().size());
            }
        }
        Arrays.sort(seconds);
        Fork.say("seconds", seconds[TIMES / 2]);
    }
}
