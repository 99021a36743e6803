package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.reading.SeriesIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks while the recorder writes gets an answer of one state of knowledge: the one that was pinned. */
class MeanwhileTest {
    private static final int MOST = 9;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyAnswerIsOfOneStateOfKnowledge(long seed) throws Exception {
        Twins twins = new Twins(seed).grow(25);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (InfluxReadings readings = open()) {
            Thread recorder = new Thread(() -> write(readings, twins), "recorder");
            recorder.setUncaughtExceptionHandler((thread, failed) -> failure.set(failed));
            recorder.start();
            int asked = 0;
            while (recorder.isAlive()) {
                twins.compareAsOf(readings.store(), readings.store().known());
                asked++;
            }
            recorder.join();
            assertThat(failure.get()).isNull();
            assertThat(asked).isPositive();
            twins.compare(readings.store());
        }
    }

    @Test
    void whoIsAheadOfTheRecorderWaitsForIt() throws Exception {
        Twins twins = new Twins(5).grow(5);
        try (InfluxReadings readings = open()) {
            Thread recorder = new Thread(() -> write(readings, twins), "recorder");
            recorder.start();
            twins.compareHistory(readings.store(), twins.log().end());
            recorder.join();
        }
    }

    private InfluxReadings open() {
        return InfluxReadings.open(Servers.of(folder), new SeriesIndex(), Twins.TWO, Duration.ofMinutes(1));
    }

    private static void write(InfluxReadings readings, Twins twins) {
        for (int partition = 0; partition < Twins.TWO.partitions(); partition++) {
            ReadingWriter writer = readings.writer();
            writer.assigned(partition);
            twins.deliveries(partition, 0, MOST).forEach(writer::write);
        }
    }
}
