package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.reading.RejectionStanding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are asked often are answered by an index, not by reading and sorting everything. */
class PostgresPlanTest {
    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static final Dialect DIALECT = new PostgresDialect();

    @TempDir
    static Path folder;

    private static Jdbi jdbi;

    /** Some ten thousand rows, a hundredth of them open. */
    @BeforeAll
    static void fill() {
        DATABASES.open(folder).close();
        jdbi = Jdbi.create(DATABASES.url(folder));
        DIALECT.teach(jdbi);
        jdbi.useHandle(handle -> handle.createScript("""
                INSERT INTO warning (id, kind, point, subject, severity, status, first_at, raised_at, raised_value, told)
                SELECT n::text, 'THRESHOLD', 'p' || n % 60, 's' || n % 5000, 'ORANGE',
                  CASE n % 100 WHEN 0 THEN 'OPEN' ELSE 'CLEARED' END, n, n, 0, 1
                FROM generate_series(1, 40000) n;
                INSERT INTO notice SELECT n, n::text, n, 'w' || n % 9000, 'u', 'mail', 'a', 't', 'b', '{}', n,
                  CASE n % 100 WHEN 0 THEN 'WAITING' ELSE 'DELIVERED' END, 1, n, '', '', 0
                FROM generate_series(1, 40000) n;
                INSERT INTO fact SELECT n, 'f' || n, 'RAISED', 1, n, '', 'w' || n % 9000, 'THRESHOLD', 'p', 's', 'ORANGE',
                  'OPEN', n, n, 0, NULL, 1, NULL, NULL, NULL FROM generate_series(1, 40000) n;
                INSERT INTO receipt SELECT n, 'b' || n, 'jw' || n % 20, n, 0, 1, 1, n, '' FROM generate_series(1, 10000) n;
                INSERT INTO rejection SELECT n, k, 'jw' || n % 20, k, 'NO_VALUE', 'd', 'raw', '', '{}',
                  CASE n % 100 WHEN 0 THEN 'OPEN' ELSE 'REPAIRED' END, 'NO_VALUE'
                FROM generate_series(1, 10000) n, generate_series(0, 3) k;
                ANALYZE
                """).execute());
    }

    @Test
    void openWarningsNewestFirst() {
        assertThat(plan(find(Query.ofOpen(10))))
                .contains("Index Scan Backward using warning_open")
                .doesNotContain("Sort");
    }

    @Test
    void warningsOfAPeriod() {
        Query query = new Query(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(Instant.ofEpochMilli(20_000)),
                Optional.of(Instant.ofEpochMilli(21_000)),
                0,
                10);
        assertThat(plan(find(query)))
                .contains("Scan Backward using warning_by_raised")
                .doesNotContain("Sort");
    }

    @Test
    void warningsOfAPoint() {
        Query query =
                new Query(Optional.empty(), Optional.of("p7"), List.of(), Optional.empty(), Optional.empty(), 0, 10);
        assertThat(plan(find(query)))
                .contains("Scan Backward using warning_by_point")
                .doesNotContain("Sort");
    }

    @Test
    void warningsOfSeries() {
        assertThat(plan(WarningTables.ofSeriesSql(DIALECT), DIALECT.list(List.of("p7/s7", "p8/s8"))))
                .contains("warning_by_series")
                .doesNotContain("Seq Scan");
    }

    @Test
    void noticesDue() {
        assertThat(plan(OutboxTables.DUE, 20_000L, 10))
                .contains("Index Scan using notice_due")
                .doesNotContain("Sort");
        assertThat(plan(OutboxTables.take(DIALECT), 20_000L, "d", 10, "d", 30_000L))
                .contains("Index Scan using notice_due")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void noticesOfAWarning() {
        assertThat(plan(OutboxTables.OF_WARNING, "w7"))
                .contains("notice_by_warning")
                .doesNotContain("Seq Scan");
    }

    @Test
    void rejectionsNewestFirst() {
        assertThat(plan(rejections(Intake.Query.all(9))))
                .contains("rejection_newest")
                .doesNotContain("Seq Scan on rejection");
        assertThat(plan(rejections(Intake.Query.all(9).of("jw7")), "jw7"))
                .containsAnyOf("rejection_by_source", "rejection_newest")
                .doesNotContain("Seq Scan on rejection");
        assertThat(plan(rejections(Intake.Query.all(9).standing(RejectionStanding.Status.OPEN))))
                .contains("rejection_open")
                .doesNotContain("Seq Scan on rejection");
        assertThat(plan(RejectionTable.OPEN)).contains("rejection_open").doesNotContain("Seq Scan");
    }

    @Test
    void theNextFactNumber() {
        assertThat(plan("SELECT COALESCE(MAX(number), 0) + 1 FROM fact"))
                .contains("Backward")
                .doesNotContain("Seq Scan");
        assertThat(plan(FactTable.AFTER, 100L, 7))
                .contains("Index Scan using fact_pkey")
                .doesNotContain("Sort");
    }

    private static String rejections(Intake.Query query) {
        return RejectionTable.findSql(RejectionSearch.of(query)).replace("LIMIT ? OFFSET ?", "LIMIT 9 OFFSET 0");
    }

    private static String find(Query query) {
        WarningSearch search = WarningSearch.of(query, DIALECT);
        String sql = WarningTables.findSql(search).replace("LIMIT ? OFFSET ?", "LIMIT 10 OFFSET 0");
        for (Object parameter : search.parameters()) {
            sql = sql.replaceFirst("\\?", parameter instanceof String text ? "'" + text + "'" : parameter.toString());
        }
        return sql;
    }

    private static String plan(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> String.join(
                "\n",
                handle.select("EXPLAIN (COSTS OFF) " + sql, parameters)
                        .mapTo(String.class)
                        .list()));
    }
}
