package cn.zhengai.storage.influxdb;

import cn.zhengai.testkit.influx.InfluxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One server for all tests of this process that do it no harm, with a database for each folder. */
final class Servers {
    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Servers() {}

    /** The database that belongs to a folder, made at first use. */
    static InfluxAccess of(Path folder) {
        String database = DATABASES.computeIfAbsent(folder, f -> {
            String name = "zhengai-" + NUMBER.incrementAndGet();
            Shared.SERVER.create(name);
            return name;
        });
        return access(Shared.SERVER.url(), database);
    }

    static InfluxAccess access(URI url, String database) {
        return InfluxAccess.of(url, "any:thing", "college", database);
    }

    private static final class Shared {
        private static final InfluxServer SERVER = start();

        private static InfluxServer start() {
            try {
                Path home = Files.createTempDirectory("zhengai-influx");
                InfluxServer server = InfluxServer.start(home);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.kill();
                    remove(home);
                }));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void remove(Path home) {
            try (Stream<Path> all = Files.walk(home)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException | UncheckedIOException left) {
                // a folder of the system's temporary folder stays
            }
        }
    }
}
