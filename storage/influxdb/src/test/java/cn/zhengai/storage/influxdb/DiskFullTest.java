package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.disk.SmallDisk;
import cn.zhengai.testkit.influx.InfluxServer;
import cn.zhengai.testkit.reading.SeededReadings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the server runs full and has room again: what was acknowledged is there, and the same delivery is written. */
class DiskFullTest {
    private static final int SIZE = 5_000;
    private static final int MOST = 500;

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final Series series = Series.named("point", "subject");

    @Test
    void writingGoesOnWhenThereIsRoomAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 60)) {
            Path filler = disk.fill(30);
            try (InfluxServer server = InfluxServer.start(folder)) {
                server.create("zhengai");
                goesOn(server, filler);
            }
        }
    }

    private void goesOn(InfluxServer server, Path filler) throws Exception {
        try (InfluxReadings readings = InfluxReadings.open(
                Servers.access(server.url(), "zhengai"), new SeriesIndex(), Partitioning.ONE, Duration.ZERO)) {
            ReadingWriter writer = readings.writer();
            writer.assigned(0);
            Delivery refused = writeUntilFull(writer);
            assertThat(readings.store().known().through(0)).isEqualTo(refused.after());

            Files.delete(filler);
            // the engine repeats its error of then until it is started again (1.6.7)
            server.restart();
            writer.write(refused);

            assertThat(readings.store().known().through(0)).isEqualTo(refused.upTo());
            assertThat(readings.store().read(series, 0, Long.MAX_VALUE, ReadingStore.NOW))
                    .hasSize((int) refused.upTo());
        }
    }

    private Delivery writeUntilFull(ReadingWriter writer) {
        for (int number = 0; number < MOST; number++) {
            Delivery delivery = delivery(number);
            try {
                writer.write(delivery);
            } catch (PortException failed) {
                assertThat(failed.trouble()).as(failed.getMessage()).isEqualTo(Trouble.DISK_FULL);
                return delivery;
            }
        }
        throw new AssertionError("the disk never ran full");
    }

    /** Values that do not compress. */
    private Delivery delivery(int number) {
        BatchHead head = new BatchHead("batch-" + number, "sis", SeededReadings.START, false);
        List<Logged> rows = new ArrayList<>();
        for (int row = 1; row <= SIZE; row++) {
            long seq = (long) number * SIZE + row;
            rows.add(new Logged(seq, head, Reading.plain(series, seq, random.nextLong() >> 3, row)));
        }
        return new Delivery(0, (long) number * SIZE, (long) (number + 1) * SIZE, rows);
    }
}
