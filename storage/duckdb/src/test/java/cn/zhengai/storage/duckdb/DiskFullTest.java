package cn.zhengai.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.disk.SmallDisk;
import cn.zhengai.testkit.reading.SeededReadings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk runs full and has room again: nothing acknowledged is lost, and the same open log goes on. */
class DiskFullTest {
    private static final int SIZE = 20_000;
    private static final int MOST = 500;

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private int next;

    /** With the small threshold it is the checkpoint that fails, with the large one the write-ahead log. */
    @ParameterizedTest
    @ValueSource(strings = {"2MB", "1GB"})
    void appendingGoesOnWhenThereIsRoomAgain(String checkpoint) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 40)) {
            Path filler = disk.fill(24);
            try (DuckDbReadings readings = open(checkpoint)) {
                long acknowledged = appendUntilFull(readings);
                assertThat(append(readings)).as("still full").isFalse();
                assertThat(readings.store().counts().inForce()).isGreaterThanOrEqualTo(acknowledged);

                Files.delete(filler);

                assertThat(append(readings)).as("room again").isTrue();
                assertThat(readings.store().counts().inForce()).isGreaterThanOrEqualTo(acknowledged + SIZE);
            }
            try (DuckDbReadings again = open(checkpoint)) {
                assertThat(again.store().counts().inForce() % SIZE)
                        .as("batches are whole")
                        .isZero();
            }
        }
    }

    @Test
    void settlingFailsWithoutHarmAndSucceedsLater() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 60);
                DuckDbReadings readings = open("1GB")) {
            for (int i = 0; i < 20; i++) {
                append(readings);
            }
            Path filler = disk.fill(1);
            while (Files.getFileStore(folder).getUsableSpace() > 1 << 20) {
                Files.write(filler, new byte[1 << 18], StandardOpenOption.APPEND);
            }

            assertThat(settle(readings)).isFalse();
            assertThat(readings.store().counts().inForce()).isEqualTo(20L * SIZE);
            Files.delete(filler);

            assertThat(settle(readings)).isTrue();
            assertThat(readings.store().counts().inForce()).isEqualTo(20L * SIZE);
        }
    }

    private DuckDbReadings open(String checkpoint) {
        Options options = new Options(512, 2, 100, 100_000_000, checkpoint);
        return DuckDbReadings.open(folder.resolve("readings.duckdb"), new SeriesIndex(), options);
    }

    private long appendUntilFull(DuckDbReadings readings) {
        long acknowledged = 0;
        for (int i = 0; i < MOST; i++) {
            if (!append(readings)) {
                return acknowledged;
            }
            acknowledged += SIZE;
        }
        throw new AssertionError("the disk never ran full");
    }

    /** False when the disk was full. */
    private boolean append(DuckDbReadings readings) {
        try {
            readings.log().append(List.of(batch()));
            return true;
        } catch (PortException failure) {
            assertThat(failure.trouble()).isEqualTo(Trouble.DISK_FULL);
            return false;
        }
    }

    private static boolean settle(DuckDbReadings readings) {
        try {
            readings.settle();
            return true;
        } catch (PortException failure) {
            assertThat(failure.trouble()).isEqualTo(Trouble.DISK_FULL);
            return false;
        }
    }

    /** Values that do not compress. */
    private Batch batch() {
        int number = next++;
        Series series = new SeriesIndex().of("point", "subject");
        List<Reading> rows = new ArrayList<>(SIZE);
        for (int row = 1; row <= SIZE; row++) {
            rows.add(Reading.plain(series, (long) number * SIZE + row, random.nextLong() >> 3, row));
        }
        return new Batch(new BatchHead("batch-" + number, "sis", SeededReadings.START, false), rows);
    }
}
