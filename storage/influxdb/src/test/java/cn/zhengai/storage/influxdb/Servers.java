package cn.zhengai.storage.influxdb;

import cn.zhengai.testkit.influx.InfluxHost;
import cn.zhengai.testkit.influx.InfluxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one server of all tests of this process that do it no harm: the one that is named in the environment, or the engine of
 * this machine. Each folder has a database of its own in it.
 */
final class Servers {
    private Servers() {}

    /** The database that belongs to a folder, made at first use. */
    static InfluxAccess of(Path folder) {
        return Shared.DATABASES.of(folder);
    }

    /** The same by another way, for what happens on it. */
    static InfluxAccess of(Path folder, URI way) {
        return Shared.DATABASES.of(folder, way);
    }

    static InfluxHost host() {
        return Shared.DATABASES.host();
    }

    /** In the engine of this machine, which takes any token. */
    static InfluxAccess access(URI url, String database) {
        return InfluxAccess.of(url, "any:thing", "college", database);
    }

    private static final class Shared {
        private static final Databases DATABASES = open();

        private static Databases open() {
            Optional<InfluxHost> named = InfluxHost.named();
            if (named.isEmpty()) {
                return new Databases(start().host());
            }
            Databases databases = new Databases(named.get());
            Runtime.getRuntime().addShutdownHook(new Thread(databases::close));
            return databases;
        }

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
