package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.testkit.database.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for the tests of a class; each folder has a schema of its own in it. Without a server the tests fail. */
final class Databases implements BeforeAllCallback, AfterAllCallback {
    private final Map<Path, String> schemas = new HashMap<>();
    private Path home;
    private PostgresServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (server == null) {
            home = Files.createTempDirectory("postgres");
            server = PostgresServer.start(home);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (context.getRequiredTestClass().isMemberClass()) {
            return;
        }
        server.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    PostgresServer server() {
        return server;
    }

    /** The ledger of a folder. */
    Ledger open(Path folder) {
        return PostgresLedger.open(access(folder));
    }

    PostgresAccess access(Path folder) {
        return access(url(folder));
    }

    static PostgresAccess access(String url) {
        return new PostgresAccess(url, Optional.empty(), Optional.empty(), 4);
    }

    String url(Path folder) {
        return server.url() + "&currentSchema=" + schema(folder);
    }

    synchronized String schema(Path folder) {
        return schemas.computeIfAbsent(folder, this::newSchema);
    }

    private String newSchema(Path folder) {
        String name = "ledger" + (schemas.size() + 1);
        execute("CREATE SCHEMA " + name);
        return name;
    }

    /** Runs statements one after another, each by itself. */
    void execute(String... statements) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (String one : List.of(statements)) {
                statement.execute(one);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As a text file in a folder, for another process. */
    void leaveAddress(Path folder) {
        try {
            Files.writeString(folder.resolve("url"), url(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
