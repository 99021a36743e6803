package cn.zhengai.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.database.MariaDbServer;
import cn.zhengai.testkit.database.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The presets as they lie in examples/presets, from a database with those tables to the first warnings. */
@TestInstance(Lifecycle.PER_CLASS)
class PresetsTest {
    private static final Path PRESETS = Path.of("..", "examples", "presets");

    private PostgresServer postgres;

    @BeforeAll
    void start(@TempDir Path home) {
        postgres = PostgresServer.start(home.resolve("pg"));
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    /** How to reach a database: what stands in the mapping in place of url, user and password. */
    private record Reached(String url, String login) {}

    @Test
    void moodleOnPostgres(@TempDir Path data) throws IOException, SQLException {
        fill(postgres.connect(), "moodle.sql", true);
        moodle(data, new Reached(postgres.url(), ""));
    }

    @Test
    void academicAffairsOnPostgres(@TempDir Path data) throws IOException, SQLException {
        fill(postgres.connect(), "academic-affairs.sql", true);
        academicAffairs(data, new Reached(postgres.url(), ""));
    }

    @Test
    void bothOnMariaDb(@TempDir Path home, @TempDir Path moodle, @TempDir Path affairs)
            throws IOException, SQLException {
        Assumptions.assumeTrue(MariaDbServer.isInstalled(), "mariadb-server is not installed");
        try (MariaDbServer server = MariaDbServer.start(home.resolve("m"))) {
            for (String script : List.of("moodle.sql", "academic-affairs.sql")) {
                fill(DriverManager.getConnection(server.url("mariadb"), "zhengai", "secret"), script, false);
            }
            String login = "      user: zhengai\n      password: secret\n";
            moodle(moodle, new Reached(server.url("mariadb"), login));
            academicAffairs(affairs, new Reached(server.url("mysql"), login));
        }
    }

    private static void fill(Connection connection, String script, boolean postgres) throws IOException, SQLException {
        try (connection;
                InputStream file = PresetsTest.class.getResourceAsStream(script);
                Statement statement = connection.createStatement()) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String sql : (postgres ? text.replace("DATETIME", "TIMESTAMP") : text).split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    private static void moodle(Path data, Reached reached) throws IOException {
        List<String> warnings = firstWarnings(
                data, "moodle.yaml", reached, Map.of("moodle-active", 10L, "moodle-homework", 2L, "moodle-grades", 2L));
        assertThat(warnings)
                .containsExactlyInAnyOrder(
                        "course.platform-active/C002 2024-10-09T16:00:00Z",
                        "course.homework-submitted/C002 2024-10-10T16:00:00Z",
                        "course.mean-score/C002 2024-10-27T03:35:00Z");
    }

    private static void academicAffairs(Path data, Reached reached) throws IOException {
        List<String> warnings = firstWarnings(
                data,
                "academic-affairs.yaml",
                reached,
                Map.of("jw-attendance", 4L, "jw-scores", 2L, "jw-rescheduling", 2L));
        assertThat(warnings)
                .containsExactlyInAnyOrder(
                        "course.attendance/C002 2024-10-08T16:00:00Z",
                        "course.pass-rate/C002 2025-01-12T01:00:00Z",
                        "course.rescheduling/C002 2024-11-02T01:00:00Z");
    }

    /** Pulls every source, expecting so many readings; the warnings with the instant they were raised at. */
    private static List<String> firstWarnings(Path root, String preset, Reached reached, Map<String, Long> readings)
            throws IOException {
        DataFolder folder = DataFolder.open(root);
        StarterCatalogue.unpackTo(folder.catalogue());
        Files.writeString(folder.catalogue().resolve("subjects/courses.yaml"), """
                level: course
                unit: jwc
                subjects:
                  - {id: C001, name: 高等数学}
                  - {id: C002, name: 护理学}
                """);
        Files.writeString(
                folder.catalogue().resolve("sources").resolve(preset),
                Files.readString(PRESETS.resolve(preset))
                        .replaceAll("url: .*", "url: \"" + reached.url() + "\"")
                        .replaceAll(" *user: .*\n *password: .*\n", reached.login()));
        assertThat(CatalogueFolder.read(folder.catalogue()).catalogue()).isPresent();
        try (Run run = Run.open(folder, Settings.read(folder.settings(), Map.of()), Clocks.system())) {
            readings.forEach((source, expected) -> {
                assertThat(run.pulls().pullNow(source, false).orElseThrow().accepted())
                        .as(source)
                        .isEqualTo(expected);
                assertThat(run.pulls().pullNow(source, false).orElseThrow().fresh())
                        .as(source)
                        .isZero();
            });
            run.evaluateAll();
            return run.stores().ledger().warnings().find(Query.ofOpen(100)).stream()
                    .map(PresetsTest::shown)
                    .toList();
        }
    }

    private static String shown(Warning warning) {
        return warning.point() + "/" + warning.subject() + " " + warning.raisedAt();
    }
}
