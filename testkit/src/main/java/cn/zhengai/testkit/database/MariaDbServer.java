package cn.zhengai.testkit.database;

import cn.zhengai.testkit.net.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A MariaDB server of this machine over one folder; user {@code zhengai}, password {@code secret}, database {@code test}. */
public final class MariaDbServer implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin");
    private final int port;
    private final Process process;

    private MariaDbServer(Path home) throws IOException {
        Path data = home.resolve("data");
        Files.createDirectories(data);
        Path setUp = home.resolve("set-up.sql");
        List<String> statements = List.of(
                "CREATE DATABASE IF NOT EXISTS test;",
                "CREATE USER zhengai@'%' IDENTIFIED BY 'secret';",
                "GRANT ALL ON test.* TO zhengai@'%';");
        Files.write(setUp, statements);
        install(home, data);
        this.port = FreePorts.one();
        this.process = new ProcessBuilder(
                        program("mariadbd").orElseThrow().toString(),
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--datadir=" + data,
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + home.resolve("s"),
                        "--pid-file=" + home.resolve("pid"),
                        "--init-file=" + setUp,
                        "--skip-name-resolve",
                        "--character-set-server=utf8mb4")
                .redirectErrorStream(true)
                .start();
        awaitReady(process);
    }

    /** The server's programs are here. */
    public static boolean isInstalled() {
        return program("mariadbd").isPresent() && program("mariadb-install-db").isPresent();
    }

    private static Optional<Path> program(String name) {
        return PLACES.stream()
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param home empty or absent; what the server keeps lies there */
    public static MariaDbServer start(Path home) {
        try {
            return new MariaDbServer(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void install(Path home, Path data) throws IOException {
        Path said = home.resolve("install.log");
        Process install = new ProcessBuilder(
                        program("mariadb-install-db").orElseThrow().toString(),
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--datadir=" + data,
                        "--skip-test-db",
                        "--auth-root-authentication-method=normal")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (install.onExit().join().exitValue() != 0) {
            throw new IOException(Files.readString(said));
        }
    }

    /** Reads what the server says until it takes connections; goes on reading, so that it never waits for us. */
    private static void awaitReady(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.contains("ready for connections")) {
                Thread rest = new Thread(() -> drain(said), "mariadb-says");
                rest.setDaemon(true);
                rest.start();
                return;
            }
        }
        throw new IOException(all.toString());
    }

    private static void drain(BufferedReader said) {
        try (Stream<String> lines = said.lines()) {
            lines.forEach(line -> {});
        } catch (UncheckedIOException ended) {
            // the server was closed
        }
    }

    /** @param scheme {@code mariadb} or {@code mysql}, by the driver to use */
    public String url(String scheme) {
        return "jdbc:" + scheme + "://127.0.0.1:" + port + "/test";
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
