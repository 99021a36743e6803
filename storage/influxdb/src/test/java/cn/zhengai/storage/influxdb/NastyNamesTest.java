package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any text as point, subject, batch, source and reason comes back, and finds its series and no other. */
class NastyNamesTest {
    private static final String LETTERS = "a,b= '\"\\\n\r\t中文%5C-|$#{}()*\u00e9";
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path folder;

    private final Random random = new Random(11);

    @Test
    void everyNameFindsItsOwn() {
        SeriesIndex index = new SeriesIndex();
        List<Reading> rows = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            Series series = index.of(name(), name());
            rows.add(Reading.plain(series, i * 1000L, Micros.ofWhole(i), i + 1));
        }
        BatchHead head = new BatchHead(name(), name(), MONDAY, false, Optional.of("原因 \\ \" \n" + name()));
        try (ReadingsOnTest readings = OnTest.open(folder, index, new Partitioning(2))) {
            readings.log().append(List.of(new Batch(head, rows)));
            readings.settle();
            for (Reading row : rows) {
                assertThat(readings.store().revisions(row.series(), row.at()))
                        .singleElement()
                        .satisfies(logged -> {
                            assertThat(logged.reading()).isEqualTo(row);
                            assertThat(logged.head()).isEqualTo(head);
                        });
                List<Logged> latest = new ArrayList<>();
                readings.store().latest(Set.of(row.series().point()), ReadingStore.NOW, latest::add);
                assertThat(latest)
                        .extracting(logged -> logged.reading().series().point())
                        .containsOnly(row.series().point());
            }
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
