package cn.zhengai.server.oulad;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.testkit.database.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The same two years from a real PostgreSQL, by JDBC: the same answers as by drop folder. */
@TestInstance(Lifecycle.PER_CLASS)
class OuladByJdbcTest {
    private static final Map<String, String> TABLES = Map.of(
            "courses", "courses.csv",
            "assessments", "assessments.csv",
            "student_assessment", "studentAssessment.csv.gz",
            "student_info", "studentInfo.csv.gz",
            "student_registration", "studentRegistration.csv.gz",
            "student_vle", "studentVle-AAA-GGG.csv.gz");

    private Answers answers;
    private PostgresServer server;
    private Product product;
    private Map<String, PullCount> pulled;
    private List<Reading> readings;

    @BeforeAll
    void pullAndAsk(@TempDir Path home) throws IOException, InterruptedException, SQLException {
        answers = Answers.over(Surroundings.raw());
        server = PostgresServer.start(home.resolve("pg"));
        fill();
        Path data = home.resolve("data");
        new Export(Surroundings.raw(), data).run();
        String mapping =
                Files.readString(Surroundings.checkout().resolve("examples/oulad/jdbc/sources/learning-system.yaml"));
        Files.writeString(
                data.resolve("catalogue/sources/learning-system.yaml"),
                mapping.replace("jdbc:postgresql://localhost:5432/oulad", server.url())
                        .replaceAll("\n *(user|password): .*", ""));
        product = Product.over(data);
        pulled = product.pull();
        product.evaluate();
        readings = Seen.readings(product);
    }

    private void fill() throws IOException, SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Surroundings.checkout().resolve("examples/oulad/jdbc/tables.sql")));
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                try (InputStream rows = open(Surroundings.raw().resolve(table.getValue()))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + table.getKey() + " FROM STDIN WITH (FORMAT csv, HEADER)", rows);
                }
            }
            statement.execute("ANALYZE");
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    @AfterAll
    void close() throws SQLException {
        if (product != null) {
            product.close();
        }
        if (server != null) {
            server.close();
        }
        if (answers != null) {
            answers.close();
        }
    }

    @Test
    void theCatalogueHasNothingToComplainAbout() {
        assertThat(product.findings()).isEmpty();
    }

    @Test
    void everyReadingIsThereWithItsInstantAndItsExactValue() throws SQLException {
        Same.rows(
                "readings",
                readings.stream().map(Seen::figure).toList(),
                answers.ask(
                        """
                        WITH exact AS (SELECT *, scale * numerator * 1000000 AS top FROM reading JOIN rule USING (point))
                        SELECT point, subject, instant, CASE denominator WHEN 0 THEN 0 ELSE numerator * 1000000 END,
                               denominator * 1000000,
                               CASE denominator WHEN 0 THEN 2 * top
                                    ELSE 2 * (top // denominator) + (top % denominator <> 0)::INTEGER END
                        FROM exact""",
                        r -> new Seen.Figure(
                                r.getString(1),
                                r.getString(2),
                                r.getLong(3),
                                r.getLong(4),
                                r.getLong(5),
                                r.getLong(6))));
    }

    @Test
    void episodesAreTheSame() throws SQLException {
        Same.rows(
                "episodes",
                Seen.warnings(product).stream().map(Seen::episode).toList(),
                answers.ask(
                        """
                        SELECT point, subject, first_at, raised_at, cleared_at,
                               CASE gravity WHEN 1 THEN 'YELLOW' WHEN 2 THEN 'ORANGE' ELSE 'RED' END,
                               CASE WHEN cleared_at IS NOT NULL THEN 'CLEARED'
                                    WHEN newest_class = 'W' THEN 'OPEN' ELSE 'EASED' END
                        FROM episode""",
                        r -> new Seen.Episode(
                                r.getString(1),
                                r.getString(2),
                                r.getLong(3),
                                r.getLong(4),
                                r.getObject(5) == null ? OptionalLong.empty() : OptionalLong.of(r.getLong(5)),
                                r.getString(6),
                                r.getString(7))));
    }

    @Test
    void theSameRowsAreRejected() throws SQLException {
        List<Rejection> rejections = product.ledger().intake().find(Intake.Query.all(1_000)).stream()
                .map(Intake.Kept::rejection)
                .toList();
        Same.rows(
                "rejections",
                rejections.stream().map(r -> r.reason().name()).toList(),
                answers.ask("SELECT reason FROM rejected", r -> r.getString(1)));
    }

    @Test
    void askingAgainBringsNothing() {
        long before = product.store().counts().inForce();
        assertThat(product.pull().values()).extracting(PullCount::fresh).containsOnly(0L);
        assertThat(product.store().counts().inForce()).isEqualTo(before).isEqualTo(readings.size());
        assertThat(product.store().counts().superseded()).isZero();
        assertThat(pulled.values()).extracting(PullCount::complete).containsOnly(true);
    }
}
