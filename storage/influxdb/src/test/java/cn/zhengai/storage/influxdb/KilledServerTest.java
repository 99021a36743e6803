package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.influx.InfluxServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer may lose its server between any two of its writes: nothing is lost and nothing counts twice. */
class KilledServerTest {
    private static final int MOST = 25;

    @TempDir
    Path home;

    /** The server is killed again and again while it is written to. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theServerIsKilled(long seed) {
        Random random = new Random(seed);
        Twins twins = new Twins(seed).grow(8);
        try (InfluxServer server = InfluxServer.start(home);
                InfluxReadings readings = open(server)) {
            int[] left = {random.nextInt(6)};
            server.forwarder().set(call -> {
                if (call.writes() && left[0]-- == 0) {
                    server.kill();
                }
                return Optional.empty();
            });
            for (int round = 0; round < 6; round++) {
                try {
                    twins.takeOver(readings, MOST);
                } catch (PortException failed) {
                    assertThat(failed.trouble()).isEqualTo(Trouble.UNAVAILABLE);
                    server.restart();
                    left[0] = random.nextInt(6);
                }
            }
            left[0] = -1;
            twins.takeOver(readings, MOST);
            server.kill();
            server.restart();
            twins.compare(readings.store());
        }
    }

    private static InfluxReadings open(InfluxServer server) {
        server.create("zhengai");
        return InfluxReadings.open(
                Servers.access(server.url(), "zhengai"), new SeriesIndex(), Twins.TWO, Duration.ofSeconds(1));
    }
}
