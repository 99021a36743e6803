package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.ReadingErasure.Erased;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.ReadingStore.Counts;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept long enough goes, revisions and all; what is younger, and other series, stay. */
abstract class ErasureContract {
    private static final Series MINE = Series.named("计分, \"a\" 'b'=\\", "张 三\\");
    private static final Series OTHER = Series.named("计分, \"a\" 'b'=\\", "other");
    private static final BatchHead HEAD = new BatchHead("batch", "sis", Instant.parse("2026-03-02T00:00:00Z"), false);

    @TempDir
    Path folder;

    private InfluxReadings readings;

    /** The database of a folder, in a server that erases. */
    abstract InfluxAccess access(Path where);

    @BeforeEach
    void begin() {
        readings = InfluxReadings.open(access(folder), new SeriesIndex(), Twins.TWO, Duration.ZERO);
        Twins twins = new Twins(1);
        for (Series series : List.of(MINE, OTHER)) {
            twins.add(HEAD, value(series, 1000, 1));
            twins.add(HEAD, value(series, 1000, 2));
            twins.add(HEAD, value(series, 1999, 3));
            twins.add(HEAD, value(series, 2000, 4));
        }
        ReadingWriter writer = readings.writer();
        for (int partition = 0; partition < Twins.TWO.partitions(); partition++) {
            writer.assigned(partition);
            twins.deliveries(partition, 0, 2).forEach(writer::write);
        }
    }

    @AfterEach
    void end() {
        readings.close();
    }

    @Test
    void erasesWhatIsBeforeAndNothingElse() {
        Erased erased = readings.erasure().erase(Map.of(MINE, 2000L));

        assertThat(erased.readings()).isEqualTo(3);
        assertThat(erased.series()).isEqualTo(1);
        assertThat(erased.fingerprint()).isNotEqualTo("0");
        assertThat(instants(MINE)).containsExactly(2000L);
        assertThat(readings.store().revisions(MINE, 1000)).isEmpty();
        assertThat(instants(OTHER)).containsExactly(1000L, 1999L, 2000L);
        assertThat(readings.store().revisions(OTHER, 1000)).hasSize(2);
        assertThat(readings.store().counts()).isEqualTo(new Counts(4, 1, 2));
    }

    @Test
    void repeatingItChangesNothing() {
        readings.erasure().erase(Map.of(MINE, 2000L));

        assertThat(readings.erasure().erase(Map.of(MINE, 2000L))).isEqualTo(new Erased(0, 0, "0"));
        assertThat(readings.erasure().erase(Map.of(Series.named("no", "no"), 2000L)))
                .isEqualTo(new Erased(0, 0, "0"));
    }

    private List<Long> instants(Series series) {
        return readings.store().read(series, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW).stream()
                .map(logged -> logged.reading().at())
                .toList();
    }

    private static Reading value(Series series, long at, long value) {
        return Reading.plain(series, at, Micros.ofWhole(value), 1);
    }
}
