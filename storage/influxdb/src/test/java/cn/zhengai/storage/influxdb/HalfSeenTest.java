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
import cn.zhengai.storage.influxdb.line.Lines;
import cn.zhengai.storage.influxdb.table.Points;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A point that is seen while it is being written: some of its fields are there, or some of the one before it. */
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
    private CompletableFuture<Void> coming = CompletableFuture.completedFuture(null);

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

    private void half(String measurement, String fields, long nanos) {
        try (Connection connection = access.connect()) {
            connection.write(measurement + ",part=0,point=p,subject=s " + fields + " " + nanos);
        }
    }

    @AfterEach
    void theRestHasCome() {
        coming.join();
    }

    @Test
    void ofANewOneNothingIsKnownYet() {
        half("reading", "position=1i", NEXT * 1_000_000);
        soon(() -> whole(false));

        demandTheKnownOne();
    }

    @Test
    void ofANewOneOfTheHistoryNothingIsKnownYet() {
        half("reading_history", "position=1i,seq=2i", NEXT * 1_000_000 + 2);
        soon(() -> whole(true));

        demandTheKnownOne();
    }

    @Test
    void inPlaceOfAnotherTheHistorySaysWhatWasThere() {
        half("reading_history", evidenced(), AT * 1_000_000 + 1);
        half("reading", "position=7i", AT * 1_000_000);

        demandTheKnownOne();
    }

    private void soon(Runnable rest) {
        coming = CompletableFuture.runAsync(rest, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
    }

    /** The one that was seen half, whole. */
    private void whole(boolean history) {
        Logged other = new Logged(2, known.head(), new Reading(series, NEXT, 1, 0, 0, 0, 1));
        Lines lines = new Lines(256);
        if (history) {
            new Points(Partitioning.ONE).history(lines, List.of(other));
        } else {
            new Points(Partitioning.ONE).first(lines, other);
        }
        try (Connection connection = access.connect()) {
            connection.write(lines.take());
        }
    }

    /** The known one, as a writer puts it there before it is overwritten. */
    private String evidenced() {
        List<String> found = new ArrayList<>();
        try (Connection connection = access.connect()) {
            connection.ask(
                    "SELECT \"position\", \"seq\", \"evidence\" FROM \"reading\"",
                    row -> found.add("position=" + row.number(1) + "i,seq=" + row.number(2) + "i,evidence=\""
                            + row.text(3) + "\""));
        }
        return found.get(0);
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
