package cn.zhengai.storage.influxdb;

import cn.zhengai.testkit.influx.InfluxHost;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases in a server, one for each folder, with names nobody else has there; closing drops them. */
final class Databases implements AutoCloseable {
    private final String name = "zhengai-test-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Path, String> databases = new ConcurrentHashMap<>();
    private final InfluxHost host;

    Databases(InfluxHost host) {
        this.host = host;
    }

    InfluxHost host() {
        return host;
    }

    /** Made at first use. */
    InfluxAccess of(Path folder) {
        return of(folder, host.url());
    }

    /** Reached another way. */
    InfluxAccess of(Path folder, URI way) {
        String database = databases.computeIfAbsent(folder, f -> {
            String own = name + number.incrementAndGet();
            host.create(own);
            return own;
        });
        return InfluxAccess.of(way, host.token(), host.org(), database);
    }

    @Override
    public void close() {
        databases.values().forEach(host::drop);
    }
}
