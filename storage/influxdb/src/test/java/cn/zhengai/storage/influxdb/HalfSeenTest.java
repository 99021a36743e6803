package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

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
import cn.zhengai.storage.influxdb.client.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine shows the fields of a point one after the other while it writes them: what a reader sees first may be the value
 * for people alone, or that of a reading that comes in place of another.
 */
class HalfSeenTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final long AT = MONDAY.toEpochMilli();
    private static final long NEXT = AT + 1000;

    @TempDir
    private Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private Series series;
    private InfluxAccess access;
    private Logged known;

    @BeforeEach
    void oneReading() {
        series = index.of("p", "s");
        access = Servers.of(folder);
        known = new Logged(1, new BatchHead("b", "jw", MONDAY, false), Reading.plain(series, AT, 90 * Micros.ONE, 1));
        try (InfluxReadings readings = open()) {
            ReadingWriter writer = readings.writer();
            writer.assigned(0);
            writer.write(new Delivery(0, 0, 1, List.of(known)));
        }
    }

    private InfluxReadings open() {
        return InfluxReadings.open(access, index, Partitioning.ONE, Duration.ofSeconds(5));
    }

    private void half(String measurement, long nanos) {
        try (Connection connection = access.connect()) {
            connection.write(measurement + ",part=0,point=p,subject=s value=7 " + nanos);
        }
    }

    @Test
    void ofANewOneNothingIsKnownYet() {
        half("reading", NEXT * 1_000_000);

        demandTheKnownOne();
    }

    @Test
    void ofANewOneOfTheHistoryNothingIsKnownYet() {
        half("reading_history", NEXT * 1_000_000 + 2);

        demandTheKnownOne();
    }

    @Test
    void inPlaceOfAnotherTheOtherStands() {
        half("reading", AT * 1_000_000);

        demandTheKnownOne();
    }

    private void demandTheKnownOne() {
        try (InfluxReadings readings = open()) {
            ReadingStore store = readings.store();
            List<Logged> latest = new ArrayList<>();
            List<Long> counts = new ArrayList<>();
            store.latest(Set.of("p"), ReadingStore.NOW, latest::add);
            store.summarise(
                    Set.of("p"), Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW, sum -> counts.add(sum.count()));

            assertThat(store.read(series, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW))
                    .containsExactly(known);
            assertThat(store.history(List.of(series), ReadingStore.NOW)).containsExactly(known);
            assertThat(latest).containsExactly(known);
            assertThat(counts).containsExactly(1L);
        }
    }
}
