package cn.zhengai.server.oulad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.file.FileOutcome.Status;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Fact;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The learning system's two years, collected by drop folder, against plain SQL over the raw files. */
@TestInstance(Lifecycle.PER_CLASS)
class OuladTest {
    private Answers answers;
    private Export export;
    private Product product;
    private List<FileOutcome> taken;
    private List<Reading> readings;

    @BeforeAll
    void collectAndAsk(@TempDir Path data) throws IOException, InterruptedException, SQLException {
        answers = Answers.over(Surroundings.raw());
        export = new Export(Surroundings.raw(), data);
        export.run();
        product = Product.over(data);
        taken = product.collect();
        product.evaluate();
        readings = Seen.readings(product);
    }

    @AfterAll
    void close() throws SQLException {
        if (product != null) {
            product.close();
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
    void everyFileIsTaken() {
        assertThat(taken).hasSize(81).extracting(FileOutcome::status).containsOnly(Status.TAKEN);
    }

    @Test
    void everyReadingIsThereWithItsDayAndItsExactValue() throws SQLException {
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
                        FROM exact\
                        """,
                        r -> new Seen.Figure(
                                r.getString(1),
                                r.getString(2),
                                r.getLong(3),
                                r.getLong(4),
                                r.getLong(5),
                                r.getLong(6))));
    }

    @Test
    void aSeriesReadByItselfIsTheSame() {
        Map<Series, List<Seen.Figure>> bySeries = readings.stream()
                .sorted(Comparator.comparingLong(Reading::at))
                .collect(Collectors.groupingBy(Reading::series, Collectors.mapping(Seen::figure, Collectors.toList())));
        assertThat(bySeries).hasSize(6_094);
        bySeries.forEach((series, figures) -> {
            if (series.number() % 40 == 0) {
                assertThat(Seen.readings(product, series)).as(series.key()).isEqualTo(figures);
            }
        });
    }

    @Test
    void everyReadingStandsInItsBand() throws SQLException {
        Same.rows(
                "bands",
                Seen.standings(product.catalogue(), readings),
                answers.ask(
                        "SELECT point, subject, instant, band FROM banded",
                        r -> new Seen.Standing(r.getString(1), r.getString(2), r.getLong(3), r.getString(4))));
    }

    @Test
    void episodesAreThoseOfGapsAndIslands() throws SQLException {
        Same.rows(
                "episodes",
                Seen.warnings(product).stream().map(Seen::episode).toList(),
                answers.ask(
                        """
                        SELECT point, subject, first_at, raised_at, cleared_at,
                               CASE gravity WHEN 1 THEN 'YELLOW' WHEN 2 THEN 'ORANGE' ELSE 'RED' END,
                               CASE WHEN cleared_at IS NOT NULL THEN 'CLEARED'
                                    WHEN newest_class = 'W' THEN 'OPEN' ELSE 'EASED' END
                        FROM episode\
                        """,
                        r -> new Seen.Episode(
                                r.getString(1),
                                r.getString(2),
                                r.getLong(3),
                                r.getLong(4),
                                optional(r, 5),
                                r.getString(6),
                                r.getString(7))));
    }

    @Test
    void historyTellsNobody() {
        List<Fact> facts = product.ledger().warnings().facts(0, 100_000);
        assertThat(facts).isNotEmpty().noneMatch(Fact::tell);
    }

    @Test
    void everyFigureOfASubjectInACycleIsExact() throws SQLException {
        Same.rows(
                "figures of subjects",
                Rolled.of(product).subjects(),
                answers.ask(
                        "SELECT cycle, point, subject, scale * n, d, readings, meets FROM subject_standing",
                        r -> new Rolled.OfSubject(
                                r.getString(1),
                                r.getString(2),
                                r.getString(3),
                                new Fraction(whole(r, 4), whole(r, 5)),
                                r.getLong(6),
                                r.getBoolean(7))));
    }

    @Test
    void everyFigureOfADepartmentInACycleIsExact() throws SQLException {
        Same.rows("figures of departments", Rolled.of(product).departments(), DepartmentAnswer.all(answers));
    }

    @Test
    void facultiesAchieveWhatTheirFiguresSay() throws SQLException {
        AssessmentDesk desk = new AssessmentDesk(
                product::catalogue, product.store(), product.ledger().assessments(), product.time());
        for (String cycle : List.of("2013-2014", "2014-2015")) {
            CollegeAssessment assessed = desk.assess(cycle);
            for (String faculty : List.of("skxy", "lgxy")) {
                DepartmentAssessment department = assessed.unit(faculty).orElseThrow();
                assertThat(department.achievement().orElseThrow().cut(12).doubleValue())
                        .as("%s %s", cycle, faculty)
                        .isEqualTo(DepartmentAnswer.achievement(answers, cycle, faculty), within(1e-9));
            }
        }
    }

    @Test
    void whatIsNoReadingIsRejectedWithRowAndReason() throws IOException, SQLException {
        List<Rejection> rejections = product.ledger().intake().find(Intake.Query.all(1_000)).stream()
                .map(Intake.Kept::rejection)
                .toList();
        Same.rows(
                "rejections",
                rejections.stream().map(r -> r.reason() + " " + subject(r)).toList(),
                answers.ask("SELECT reason || ' ' || subject FROM rejected", r -> r.getString(1)));
        for (Rejection rejection : rejections) {
            assertThat(export.line(rejection)).isEqualTo(rejection.raw());
        }
        assertThat(rejections)
                .filteredOn(r -> r.reason() == Reason.NO_VALUE)
                .hasSize(7)
                .allMatch(r -> r.raw().endsWith(","));
    }

    private static String subject(Rejection rejection) {
        String[] cells = rejection.raw().split(",", -1);
        return rejection.head().source().equals("lms-scores")
                ? String.join("-", cells[0], cells[1], cells[2])
                : String.join("-", cells[0], cells[1]);
    }

    @Test
    void theSameFilesDroppedAgainChangeNothing() throws IOException {
        ReadingStore.Counts before = product.store().counts();
        export.dropAgain();
        assertThat(product.collect())
                .hasSize(81)
                .extracting(FileOutcome::status)
                .containsOnly(Status.REPEATED);
        assertThat(product.store().counts()).isEqualTo(before);
        assertThat(before.inForce()).isEqualTo(readings.size());
        assertThat(before.superseded()).isZero();
    }

    private static BigInteger whole(ResultSet row, int column) throws SQLException {
        return new BigInteger(row.getString(column));
    }

    private static OptionalLong optional(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
