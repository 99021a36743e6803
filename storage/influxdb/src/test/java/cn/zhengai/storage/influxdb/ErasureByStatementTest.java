package cn.zhengai.storage.influxdb;

import cn.zhengai.testkit.influx.Forwarder.Answer;
import cn.zhengai.testkit.influx.InfluxServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Release 1.8 takes what release 2 writes but has no call that deletes. */
class ErasureByStatementTest extends ErasureContract {
    @TempDir
    private Path home;

    private InfluxServer server;

    @Override
    InfluxAccess access(Path where) {
        server = InfluxServer.start(home);
        server.forwarder()
                .set(call -> call.deletes() ? Optional.of(new Answer(404, "404 page not found")) : Optional.empty());
        server.create("zhengai");
        return Servers.access(server.url(), "zhengai");
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
