package cn.zhengai.testkit.database;

import cn.zhengai.testkit.net.FreePorts;
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
public final class PostgresServer implements PostgresHost {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Path home;
    private final boolean synced;
    private EmbeddedPostgres running;

    private PostgresServer(Path home, boolean synced) throws IOException {
        this.home = home;
        this.synced = synced;
        this.running = start(FreePorts.one());
    }

    /**
     * For tests: it leaves it to the operating system when files reach the disk.
     *
     * @param home empty or absent; what the server keeps lies there
     */
    public static PostgresServer start(Path home) {
        return start(home, false);
    }

    /** For measuring: it waits for the disk as a server of a college does. */
    public static PostgresServer startSynced(Path home) {
        return start(home, true);
    }

    private static PostgresServer start(Path home, boolean synced) {
        try {
            return new PostgresServer(home, synced);
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
                .setServerConfig("fsync", synced ? "on" : "off")
                .setServerConfig("TimeZone", "UTC")
                .setServerConfig("log_min_messages", "fatal");
        return builder.setPort(port).start();
    }

    @Override
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
