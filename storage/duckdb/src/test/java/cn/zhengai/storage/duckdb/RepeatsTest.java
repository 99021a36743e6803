package cn.zhengai.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.ReadingStore.Counts;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.SeededReadings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is merged when readings are settled is counted, by who said it again. */
class RepeatsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private final Map<String, Long> counted = new TreeMap<>();

    private DuckDbReadings open() {
        return DuckDbReadings.open(
                folder.resolve("readings.duckdb"), index, new Options(128, 2, 20, 1_000_000, "16MB"));
    }

    private Batch batch(String id, String source, long... values) {
        List<Reading> rows = new ArrayList<>();
        for (long value : values) {
            rows.add(Reading.plain(index.of("score", "course-1"), 0, value, rows.size() + 1));
        }
        return new Batch(new BatchHead(id, source, MONDAY, false), rows);
    }

    @Test
    void onlyTheSameAgainIsARepeatAndEachIsCountedOnce() {
        try (DuckDbReadings readings = open()) {
            readings.log().append(List.of(batch("a", "sis", 1, 1), batch("b", "lms", 1, 2)));
            readings.settle();
            readings.repeats().tell((source, count) -> counted.merge(source, count, Long::sum));
            assertThat(counted).as("what was counted before too").isEqualTo(Map.of("sis", 1L, "lms", 1L));

            readings.log().append(List.of(batch("c", "sis", 2, 2, 1)));
            readings.settle();
            readings.settle();

            assertThat(counted).isEqualTo(Map.of("sis", 3L, "lms", 1L));
            assertThat(readings.store().counts()).isEqualTo(new Counts(1, 2, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatCameIsWhatIsKeptAndWhatIsCounted(long seed) {
        SeededReadings seeded = new SeededReadings(seed, index);
        long sent = 0;
        try (DuckDbReadings readings = open()) {
            readings.repeats().tell((source, count) -> counted.merge(source, count, Long::sum));
            for (int i = 0; i < 40; i++) {
                Batch batch = seeded.batch(12);
                sent += batch.readings().size();
                readings.log().append(List.of(batch));
                if (i % 7 == 6) {
                    readings.settle();
                }
            }
            readings.settle();
            Counts kept = readings.store().counts();
            long repeated = counted.values().stream().mapToLong(Long::longValue).sum();
            assertThat(repeated).isPositive();
            assertThat(kept.inForce() + kept.superseded() + repeated).isEqualTo(sent);
        }
    }
}
