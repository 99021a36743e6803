package cn.zhengai.benchmarks.inside;

import cn.zhengai.benchmarks.college.Size;
import cn.zhengai.benchmarks.college.Traffic;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A year of readings put into a store and settled. */
final class Filling {
    /** When all of it is taken in. */
    static final Instant KNOWN = Instant.parse("2026-01-10T00:00:00Z");

    private static final int PART = 50_000;

    private Filling() {}

    /** How many were appended. */
    static long fill(DuckDbReadings readings, SeriesIndex index, Size size) {
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
        readings.settle();
        return (parts[0] - 1) * PART + rest;
    }

    private static void append(DuckDbReadings readings, List<Reading> part, long[] parts) {
        BatchHead head = new BatchHead("b" + parts[0]++, "push", KNOWN, true);
        readings.log().append(List.of(new Batch(head, part)));
        part.clear();
    }
}
