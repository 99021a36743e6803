package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes no point away: whoever erases is told, and everything is still there. */
abstract class NoErasureContract {
    private static final int MOST = 50;

    @TempDir
    Path folder;

    /** The database of a folder, in a server that does not erase. */
    abstract InfluxAccess access(Path where);

    @Test
    void isSaidAndLeavesEverything() {
        Twins twins = new Twins(2).grow(2);
        try (InfluxReadings readings =
                InfluxReadings.open(access(folder), new SeriesIndex(), Twins.TWO, Duration.ZERO)) {
            twins.takeOver(readings, MOST);
            Series series = twins.series().get(0);
            List<Logged> before = all(readings, series);

            assertThatThrownBy(() -> readings.erasure().erase(Map.of(series, Long.MAX_VALUE)))
                    .isInstanceOfSatisfying(
                            PortException.class,
                            refused -> assertThat(refused.trouble()).isEqualTo(Trouble.REFUSED));

            assertThat(before).isNotEmpty();
            assertThat(all(readings, series)).isEqualTo(before);
        }
    }

    private static List<Logged> all(InfluxReadings readings, Series series) {
        return readings.store().read(series, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW);
    }
}
