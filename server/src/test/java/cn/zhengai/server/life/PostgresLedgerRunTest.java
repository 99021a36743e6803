package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.database.PostgresServer;
import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running service whose ledger is in PostgreSQL. */
class PostgresLedgerRunTest {
    @TempDir
    private static Path servers;

    private static PostgresServer postgres;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start(servers.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws IOException, SQLException {
        execute("DROP DATABASE IF EXISTS zhengai WITH (FORCE)");
        execute("CREATE DATABASE zhengai");
        data = folder.resolve("data");
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String setting() {
        return "ledger: {url: \"" + url() + "\", user: postgres, connections: 6}\n";
    }

    private static String url() {
        return postgres.url().replaceFirst("/postgres\\?.*", "/zhengai");
    }

    private void college(Path at, Hook hook) throws IOException {
        SmallCollege.write(at, hook.port());
        Files.writeString(at.resolve("zhengai.yaml"), setting(), StandardOpenOption.APPEND);
    }

    @Test
    void warnsOnceAndGoesOnAfterRestartsOfEither() throws IOException, SQLException {
        try (Hook hook = new Hook()) {
            college(data, hook);
            String key = Ran.key(data, "jwxt");
            try (ServeProcess serve = ServeProcess.start(data, FreePorts.one()).ready()) {
                assertThat(push(serve, key, "one", 30)).isEqualTo(200);
                awaitQuiet(serve);
            }
            assertThat(data.resolve("ledger.sqlite")).doesNotExist();
            assertThat(count("warning WHERE status = 'OPEN'")).isEqualTo(SmallCollege.COURSES);
            long told = hook.received.get();
            assertThat(told).isPositive().isEqualTo(hook.visible.size());

            try (ServeProcess serve = ServeProcess.start(data, FreePorts.one()).ready()) {
                awaitQuiet(serve);
                assertThat(hook.received).as("nobody is told twice").hasValue(told);
                postgres.kill();
                assertThat(push(serve, key, "two", 40)).isGreaterThanOrEqualTo(500);
                postgres.restart();
                pushUntilTaken(serve, key, "two", 40);
                awaitQuiet(serve);
            }
            assertThat(count("warning WHERE status = 'CLEARED'")).isEqualTo(SmallCollege.COURSES);
            assertThat(hook.received.get()).isEqualTo(hook.visible.size());
        }
    }

    @Test
    void aBackupWithoutTheLedgerIsNotMade() throws IOException {
        try (Hook hook = new Hook()) {
            college(data, hook);
            Path shelf = folder.resolve("backups");
            String[] backup = {"backup", "--data", data.toString(), "--to", shelf.toString()};
            Ran.command(folder, backup).refused(4, "没有备份", "pg_dump", "docs/backup.md");
            try (ServeProcess serve = ServeProcess.start(data, FreePorts.one()).ready()) {
                Ran asked = Ran.command(folder, backup);
                assertThat(asked.exit()).isNotZero();
                assertThat(asked.text()).contains("没有备份", "pg_dump");
                assertThat(serve.get("/ready").statusCode()).isEqualTo(200);
            }
            assertThat(shelf)
                    .satisfiesAnyOf(
                            none -> assertThat(none).doesNotExist(),
                            none -> assertThat(none).isEmptyDirectory());
            Files.writeString(data.resolve("zhengai.yaml"), setting() + "backup: {folder: x}\n");
            Ran.command(folder, "serve", "--data", data.toString(), "--port", "0")
                    .refused(4, "backup", "ledger", "pg_dump");
        }
    }

    @Test
    void aFolderKeepsItsLedgerAndALedgerItsFolder() throws IOException, SQLException {
        try (Hook hook = new Hook()) {
            college(data, hook);
            assess(data);
            Path settings = data.resolve("zhengai.yaml");
            String with = Files.readString(settings);

            Files.writeString(settings, with.replace(setting(), ""));
            refused(data, "台账在 PostgreSQL 中", "zhengai.yaml");
            assertThat(data.resolve("ledger.sqlite")).doesNotExist();
            Files.writeString(settings, with);

            Path other = folder.resolve("other");
            college(other, hook);
            refused(other, "属于另一个数据目录", url());

            Path inside = folder.resolve("inside");
            SmallCollege.write(inside, hook.port());
            assess(inside);
            Files.writeString(inside.resolve("zhengai.yaml"), setting(), StandardOpenOption.APPEND);
            refused(inside, "已有自己的台账 ledger.sqlite");

            emptyDatabase();
            refused(folder.resolve("data"), "是空的", "从备份恢复");
        }
    }

    @Test
    void whatIsWrongWithTheSettingIsSaid() throws IOException {
        try (Hook hook = new Hook()) {
            college(data, hook);
            Path settings = data.resolve("zhengai.yaml");
            Map<String, String> wrong = new TreeMap<>(Map.of(
                    "ledger: {url: \"jdbc:mysql://x/y\"}",
                    "ledger.url",
                    "ledger: {user: x}",
                    "ledger.url",
                    "ledger: {url: \"" + url() + "\", connections: 1}",
                    "ledger.connections",
                    "ledger: {url: \"" + url() + "\", password: \"${NOT_SET_HERE}\"}",
                    "NOT_SET_HERE",
                    "ledger: {url: \"" + url() + "\", pasword: x}",
                    "pasword"));
            for (Map.Entry<String, String> one : wrong.entrySet()) {
                Files.writeString(settings, one.getKey() + "\n");
                refused(data, one.getValue());
            }
            Files.writeString(settings, "ledger: {url: \"" + url() + "_not_there\", user: postgres}\n");
            Ran.command(folder, "assess", "2026", "--data", data.toString()).refused(1, "zhengai_not_there", "库名");
        }
    }

    private void assess(Path at) throws IOException {
        Ran ran = Ran.command(folder, "assess", "2026", "--data", at.toString());
        assertThat(ran.exit()).as(ran.text()).isZero();
    }

    private void refused(Path at, String... said) throws IOException {
        Ran.command(folder, "assess", "2026", "--data", at.toString()).refused(4, said);
    }

    private static long count(String of) throws SQLException {
        try (Connection connection = java.sql.DriverManager.getConnection(url() + "?user=postgres");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT count(*) FROM " + of)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Two readings of every course. */
    private static int push(ServeProcess serve, String key, String batch, int present) throws IOException {
        StringBuilder rows = new StringBuilder();
        int hour = batch.equals("one") ? 1 : 3;
        for (int i = 0; i < 2 * SmallCollege.COURSES; i++) {
            rows.append("{\"point\":\"").append(SmallCollege.POINT).append("\",\"subject\":\"C");
            rows.append(i % SmallCollege.COURSES).append("\",\"at\":\"2026-03-01T0");
            rows.append(hour + i / SmallCollege.COURSES).append(":00:00Z\",\"numerator\":");
            rows.append(present).append(",\"denominator\":40}\n");
        }
        return ServeProcess.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serve.port + "/api/v1/readings"))
                                .timeout(Duration.ofSeconds(60))
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/x-ndjson")
                                .header("Idempotency-Key", "batch-" + batch)
                                .POST(HttpRequest.BodyPublishers.ofString(rows.toString()))
                                .build())
                .statusCode();
    }

    private static void pushUntilTaken(ServeProcess serve, String key, String batch, int present) throws IOException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        int status = 0;
        while (status != 200 && System.nanoTime() < until) {
            status = push(serve, key, batch, present);
        }
        assertThat(status).isEqualTo(200);
    }

    private static void awaitQuiet(ServeProcess serve) throws IOException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < until) {
            String metrics = serve.get("/metrics").body();
            if (metrics.lines().anyMatch(l -> l.startsWith("zhengai_work_left") && l.endsWith(" 0.0"))) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("work was left after two minutes");
    }
}
