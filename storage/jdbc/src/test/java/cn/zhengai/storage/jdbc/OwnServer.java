package cn.zhengai.storage.jdbc;

import cn.zhengai.testkit.database.PostgresHost;
import cn.zhengai.testkit.database.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A server of this machine over a folder that goes with it. */
record OwnServer(PostgresServer server, Path home) implements PostgresHost {
    static PostgresHost start() {
        try {
            Path home = Files.createTempDirectory("postgres");
            return new OwnServer(PostgresServer.start(home), home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
