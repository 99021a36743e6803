package cn.zhengai.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhengai.core.port.MessageLog.Assignment;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import cn.zhengai.testkit.reading.SeededReadings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opening says when it cannot. */
class BadDaysTest {
    @TempDir
    Path folder;

    @Test
    void theSameProcessOpensItOnce() {
        try (ReadingsOnTest first = OnTest.open(folder, new SeriesIndex())) {
            assertThat(openingFails().trouble()).isEqualTo(Trouble.IN_USE);
            assertThat(first.store().counts().inForce()).isZero();
        }
        OnTest.open(folder, new SeriesIndex()).close();
    }

    @Test
    void whatANewerVersionWroteIsLeftAlone() throws Exception {
        OnTest.open(folder, new SeriesIndex()).close();
        try (Connection other = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE format SET version = 99");
        }

        PortException failure = openingFails();

        assertThat(failure.trouble()).isEqualTo(Trouble.NEWER_VERSION);
        assertThat(failure).hasMessageContaining("99");
    }

    @Test
    void whatIsNoDatabaseIsCalledSo() throws Exception {
        Files.writeString(file(), "这不是数据库".repeat(1000));

        PortException failure = openingFails();

        assertThat(failure.trouble()).isEqualTo(Trouble.CORRUPT);
        assertThat(failure).hasMessageContaining(file().toString());
        assertThat(Files.readString(file())).startsWith("这不是数据库");
    }

    @Test
    void aConsumerAheadOfTheLogIsTold() {
        try (ReadingsOnTest readings = OnTest.open(folder, new SeriesIndex())) {
            readings.log().append(List.of(new SeededReadings(1, new SeriesIndex()).batch(10)));
            var consumer = readings.log().subscribe("warner", new Assignment() {
                @Override
                public long assigned(int partition) {
                    return 1000;
                }

                @Override
                public void revoked(int partition) {}
            });

            PortException failure = catchThrowableOfType(PortException.class, () -> consumer.poll(10, Duration.ZERO));

            assertThat(failure.trouble()).isEqualTo(Trouble.CORRUPT);
        }
    }

    private PortException openingFails() {
        return catchThrowableOfType(PortException.class, () -> OnTest.open(folder, new SeriesIndex()));
    }

    private Path file() {
        return folder.resolve("readings.duckdb");
    }
}
