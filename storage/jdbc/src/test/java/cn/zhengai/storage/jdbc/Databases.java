package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.testkit.database.PostgresHost;
import cn.zhengai.testkit.database.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for the tests of a class; each folder has a schema of its own in it. Without a server the tests fail. */
final class Databases implements BeforeAllCallback, AfterAllCallback {
    private final String name = "ledger_" + UUID.randomUUID().toString().substring(0, 8) + "_";
    private final Map<Path, String> schemas = new HashMap<>();
    private final Supplier<PostgresHost> start;
    private PostgresHost host;

    private Databases(Supplier<PostgresHost> start) {
        this.start = start;
    }

    /** The server that is named in the environment, or one of this machine. */
    static Databases atHand() {
        return of(() -> PostgresHost.named().orElseGet(OwnServer::start));
    }

    /** For tests that kill it, or change more of it than their schema. */
    static Databases ofThisMachine() {
        return of(OwnServer::start);
    }

    static Databases of(Supplier<PostgresHost> start) {
        return new Databases(start);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (host == null) {
            host = start.get();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().isMemberClass()) {
            return;
        }
        execute(schemas.values().stream()
                .map(schema -> "DROP SCHEMA " + schema + " CASCADE")
                .toArray(String[]::new));
        host.close();
    }

    /** The one of this machine. */
    PostgresServer server() {
        return ((OwnServer) host).server();
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
        return host.url() + "&currentSchema=" + schema(folder);
    }

    synchronized String schema(Path folder) {
        return schemas.computeIfAbsent(folder, this::newSchema);
    }

    private String newSchema(Path folder) {
        String schema = name + (schemas.size() + 1);
        execute("CREATE SCHEMA " + schema);
        return schema;
    }

    /** Runs statements one after another, each by itself. */
    void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(host.url());
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
