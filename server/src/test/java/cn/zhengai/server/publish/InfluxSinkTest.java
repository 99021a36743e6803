package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.testkit.influx.Forwarder;
import cn.zhengai.testkit.influx.InfluxServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfluxSinkTest {
    private static final List<Point> ONE =
            List.of(Point.of(Published.PUBLICATION).whole("points", 7).at(1_000));

    /** As the engine says when it is long at making many new series. */
    @Test
    void aBatchThatWasAnsweredTooLateIsSentAgain(@TempDir Path folder) {
        try (InfluxServer server = InfluxServer.start(folder)) {
            server.create("results");
            InfluxSink sink = new InfluxSink(InfluxAccess.of(server.url(), "any:thing", "any", "results"));
            Influx influx = new Influx(server.engine(), "results");
            AtomicInteger asked = new AtomicInteger();
            AtomicInteger late = new AtomicInteger(2);
            server.forwarder().set(call -> {
                asked.incrementAndGet();
                return late.getAndDecrement() > 0
                        ? Optional.of(new Forwarder.Answer(500, "{\"error\":\"timeout\"}"))
                        : Optional.empty();
            });
            sink.write(ONE);
            assertThat(asked).hasValue(3);
            assertThat(influx.ask("SELECT \"points\" FROM \"publication\"")
                            .get(0)
                            .rows())
                    .hasSize(1);

            asked.set(0);
            late.set(Integer.MAX_VALUE);
            assertThatThrownBy(() -> sink.write(ONE)).isInstanceOf(PortException.class);
            assertThat(asked).hasValue(4);
        }
    }
}
