package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.reading.RejectionStanding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are asked often are answered by an index, not by reading and sorting everything. */
class SqlitePlanTest {
    private static final Dialect DIALECT = new SqliteDialect();

    @TempDir
    Path folder;

    @BeforeEach
    void create() {
        SqliteLedger.open(file()).close();
    }

    @Test
    void openWarningsNewestFirst() throws SQLException {
        assertThat(plan(find(Query.ofOpen(10)))).isEqualTo("SCAN warning USING INDEX warning_open");
    }

    @Test
    void warningsOfAPeriod() throws SQLException {
        Query query = new Query(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.MAX),
                0,
                10);
        assertThat(plan(find(query)))
                .isEqualTo("SEARCH warning USING INDEX warning_by_raised (raised_at>? AND raised_at<?)");
    }

    @Test
    void warningsOfAPoint() throws SQLException {
        Query query =
                new Query(Optional.empty(), Optional.of("p"), List.of(), Optional.empty(), Optional.empty(), 0, 10);
        assertThat(plan(find(query))).isEqualTo("SEARCH warning USING INDEX warning_by_point (point=?)");
    }

    @Test
    void warningsOfSeries() throws SQLException {
        assertThat(plan(WarningTables.ofSeriesSql(DIALECT)))
                .contains("SEARCH warning USING INDEX warning_by_series (series=?)")
                .doesNotContain("SCAN warning");
    }

    @Test
    void noticesDue() throws SQLException {
        assertThat(plan(OutboxTables.DUE)).isEqualTo("SEARCH notice USING INDEX notice_due (state=? AND next_at<?)");
    }

    @Test
    void noticesOfAWarning() throws SQLException {
        assertThat(plan(OutboxTables.OF_WARNING)).startsWith("SEARCH notice USING INDEX notice_by_warning (warning=?)");
    }

    @Test
    void rejectionsNewestFirst() throws SQLException {
        assertThat(plan(rejections(Intake.Query.all(9))))
                .contains("SCAN j USING INDEX rejection_newest")
                .doesNotContain("TEMP B-TREE");
        assertThat(plan(rejections(Intake.Query.all(9).of("jw"))))
                .contains("SEARCH j USING INDEX rejection_by_source (source=?)")
                .doesNotContain("TEMP B-TREE");
        assertThat(plan(rejections(Intake.Query.all(9).standing(RejectionStanding.Status.OPEN))))
                .contains("SCAN j USING INDEX rejection_open")
                .doesNotContain("TEMP B-TREE");
        assertThat(plan(RejectionTable.OPEN)).isEqualTo("SCAN rejection USING COVERING INDEX rejection_open_count");
    }

    @Test
    void nextFactNumber() throws SQLException {
        assertThat(plan("SELECT COALESCE(MAX(number), 0) + 1 FROM fact WHERE true"))
                .isEqualTo("SEARCH fact");
    }

    private static String rejections(Intake.Query query) {
        return RejectionTable.findSql(RejectionSearch.of(query));
    }

    private static String find(Query query) {
        return WarningTables.findSql(WarningSearch.of(query, DIALECT));
    }

    private Path file() {
        return folder.resolve("ledger.db");
    }

    private String plan(String sql) throws SQLException {
        StringJoiner steps = new StringJoiner("\n");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps.toString();
    }
}
