package cn.zhengai.storage.duckdb;

import static cn.zhengai.core.port.ReadingStore.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import cn.zhengai.testkit.reading.SeededReadings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions while readings come in and are settled: each sees at least every append that returned before it. */
class ConcurrencyTest {
    private static final int APPENDS = 150;
    private static final int ROWS = 20;

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private final Series series = index.of("score", "course-1");
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void everyQuestionSeesWhatWasAcknowledgedBeforeIt() {
        try (ReadingsOnTest readings = OnTest.open(folder, index)) {
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> append(readings));
            CompletableFuture<Void> settler = CompletableFuture.runAsync(() -> repeat(readings::settle));
            List<CompletableFuture<Void>> readers = List.of(
                    CompletableFuture.runAsync(() -> repeat(() -> seesAll(() -> read(readings)))),
                    CompletableFuture.runAsync(() -> repeat(() -> seesAll(() -> summed(readings)))));

            writer.join();
            settler.join();
            readers.forEach(CompletableFuture::join);

            assertThat(read(readings)).isEqualTo(APPENDS * ROWS);
            assertThat(readings.store().counts().inForce()).isEqualTo(APPENDS * ROWS);
        }
    }

    private void append(ReadingsOnTest readings) {
        for (int i = 0; i < APPENDS; i++) {
            int first = i * ROWS;
            List<Reading> rows = IntStream.rangeClosed(1, ROWS)
                    .mapToObj(row -> Reading.plain(series, first + row, Micros.ONE, row))
                    .toList();
            readings.log().append(List.of(new Batch(new BatchHead("b" + i, "sis", SeededReadings.START, false), rows)));
            acknowledged.addAndGet(ROWS);
        }
    }

    private void repeat(Runnable work) {
        do {
            work.run();
        } while (acknowledged.get() < APPENDS * ROWS);
    }

    private void seesAll(IntSupplier question) {
        int before = acknowledged.get();
        int seen = question.getAsInt();
        assertThat(seen).isGreaterThanOrEqualTo(before);
        assertThat(seen % ROWS).as("part of a batch").isZero();
    }

    private int read(ReadingsOnTest readings) {
        return readings.store()
                .read(series, Long.MIN_VALUE, Long.MAX_VALUE, NOW)
                .size();
    }

    private static int summed(ReadingsOnTest readings) {
        AtomicInteger count = new AtomicInteger();
        readings.store().summarise(Set.of("score"), 0, Long.MAX_VALUE, NOW, sum -> count.addAndGet((int) sum.count()));
        return count.get();
    }
}
