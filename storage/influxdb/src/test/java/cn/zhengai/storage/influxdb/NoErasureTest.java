package cn.zhengai.storage.influxdb;

import cn.zhengai.testkit.influx.Forwarder;
import cn.zhengai.testkit.influx.Forwarder.Answer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** Release 3 Core has no call that deletes, and its InfluxQL has no DELETE. */
class NoErasureTest extends NoErasureContract {
    private static final String NONE =
            "{\"results\":[{\"statement_id\":0,\"error\":\"This feature is not implemented: DELETE\"}]}\n";

    private final Forwarder way = Forwarder.before(Servers.host());

    @Override
    InfluxAccess access(Path where) {
        way.set(call -> {
            if (call.deletes()) {
                return Optional.of(new Answer(404, "not found"));
            }
            return call.text().startsWith("q=DELETE") ? Optional.of(new Answer(200, NONE)) : Optional.empty();
        });
        return Servers.of(where, way.url());
    }

    @AfterEach
    void endOfTheWay() {
        way.close();
    }
}
