package cn.zhengai.server.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortingTest {
    @TempDir
    private Path folder;

    private final SeriesIndex index = new SeriesIndex();

    /** Also when there are more parts than may be open, and when nothing is spilled. */
    @ParameterizedTest
    @CsvSource({"0, 10, 3", "7, 10, 3", "500, 10, 3", "500, 7, 2", "500, 1000, 200"})
    void allComeBackAsTheyWereInOrder(int entries, int inMemory, int atOnce) throws IOException {
        List<Entry> all = new ArrayList<>();
        Random random = new Random(entries + inMemory);
        for (int i = 0; i < entries; i++) {
            all.add(entry(random, i));
        }
        Sorting sorting = new Sorting(folder, index, inMemory, atOnce);
        for (Entry entry : all) {
            sorting.add(entry);
        }

        List<Entry> sorted = new ArrayList<>();
        sorting.each(sorted::add);

        Collections.sort(all);
        assertThat(sorted).isEqualTo(all);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private Entry entry(Random random, int number) {
        BatchHead head = new BatchHead(
                "批次" + random.nextInt(5),
                "source" + random.nextInt(2),
                Instant.parse("2026-03-01T00:00:00.123456789Z").plusSeconds(random.nextInt(3)),
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of("更正\u0000原因") : Optional.empty());
        Reading reading = new Reading(
                index.of("p" + random.nextInt(2), "s" + random.nextInt(4)),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextInt());
        return new Entry(random.nextInt(3), random.nextInt(4), random.nextInt(3), new Logged(number, head, reading));
    }
}
