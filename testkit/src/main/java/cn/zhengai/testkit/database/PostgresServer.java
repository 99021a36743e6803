package cn.zhengai.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server over one folder; user {@code postgres} without a password, sessions in UTC. */
public final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Path home;
    private EmbeddedPostgres running;

    private PostgresServer(Path home) throws IOException {
        this.home = home;
        this.running = start(0);
    }

    /** @param home empty or absent; what the server keeps lies there */
    public static PostgresServer start(Path home) {
        try {
            return new PostgresServer(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(home)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("max_connections", "300")
                .setServerConfig("TimeZone", "UTC")
                .setServerConfig("log_min_messages", "fatal");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + running.getPort() + "/postgres?user=postgres";
    }

    /** For setting up; autocommit. */
    public Connection connect() throws SQLException {
        return running.getPostgresDatabase().getConnection();
    }

    /** Ends all its processes at once, as a power cut does; what was committed is on the disk. */
    public void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(home.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it again after {@link #kill}, on the same port. */
    public void restart() {
        try {
            // The lock of the killed one is still held by this process.
            Files.deleteIfExists(home.resolve("epg-lock"));
            running = start(running.getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
