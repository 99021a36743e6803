package cn.zhengai.server.seats;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.file.Progress;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.seats.PlainSeries.Episode;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 2.4 million real rows, imported as the README says by a process with little memory, against plain counting. */
@TestInstance(Lifecycle.PER_CLASS)
class SeatsTest {
    private static final String HEAP = "-Xmx96m";
    private static final String CYCLE = "2022-summer-1";
    private static final int ALL = 100_000;

    private PlainAnswers answers;
    private Path data;
    private String said;
    private int exit;
    private Run run;

    @BeforeAll
    void importTheFile(@TempDir Path folder) throws IOException, InterruptedException {
        data = folder.resolve("data");
        RawFile.layOut(data);
        Path printed = folder.resolve("import.log");
        Process imports = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "cn.zhengai.server.Main",
                        "import",
                        RawFile.path().toString(),
                        "--history",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        answers = PlainAnswers.ofTheFile();
        exit = imports.waitFor();
        said = Files.readString(printed);
        DataFolder opened = DataFolder.open(data);
        run = Run.open(opened, Settings.read(opened.settings(), Map.of()), SettableTime.at("2026-12-01T00:00:00Z"));
    }

    @AfterAll
    void close() {
        if (run != null) {
            run.close();
        }
    }

    @Test
    void theCatalogueHasNothingToComplainAbout() {
        assertThat(CatalogueFolder.read(data.resolve("catalogue")).findings()).isEmpty();
    }

    @Test
    void everyRowIsAccountedForTwice() {
        assertThat(exit).as(said).isEqualTo(10);
        assertThat(said)
                .contains("接收 " + answers.readings() + " 条，拒收 " + answers.seatless.size() + " 条")
                .doesNotContain("OutOfMemory");
        assertThat(answers.readings() + answers.seatless.size() + answers.unlimited)
                .isEqualTo(2L * RawFile.ROWS);
        Intake.SourceStanding registrar =
                run.stores().ledger().intake().sources().get(0);
        assertThat(registrar.accepted()).isEqualTo(answers.readings());
        assertThat(registrar.rejected()).isEqualTo(Map.of(Reason.BAD_DENOMINATOR, (long) answers.seatless.size()));
        ReadingStore.Counts counts = run.stores().readings().store().counts();
        assertThat(counts.inForce()).isEqualTo(answers.readings());
        assertThat(counts.superseded()).isZero();
    }

    @Test
    void rowsWithoutSeatsAreKeptWithTheirPlaceInTheFile() {
        List<Integer> rows = run.stores().ledger().intake().find(Intake.Query.all(ALL)).stream()
                .map(kept -> kept.rejection().row())
                .sorted()
                .toList();
        assertThat(rows).isEqualTo(answers.seatless);
    }

    @ParameterizedTest
    @ValueSource(strings = {PlainAnswers.FILLED, PlainAnswers.WAITLIST})
    void everyReadingIsThereAtItsMillisecond(String point) {
        assertThat(answers.of(point)).hasSize(point.equals(PlainAnswers.FILLED) ? 96 : 100);
        answers.of(point).forEach((section, series) -> {
            List<Reading> readings = run
                    .stores()
                    .readings()
                    .store()
                    .read(
                            run.stores().index().find(point, section).orElseThrow(),
                            Long.MIN_VALUE,
                            Long.MAX_VALUE,
                            ReadingStore.NOW)
                    .stream()
                    .map(Logged::reading)
                    .toList();
            assertThat(series.differences(readings, point.equals(PlainAnswers.FILLED)))
                    .as("%s %s", point, section)
                    .isEmpty();
        });
    }

    @Test
    void warningsAreThoseOfPlainCounting() {
        List<Episode> product = run
                .stores()
                .ledger()
                .warnings()
                .find(new Query(
                        Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), 0, ALL))
                .stream()
                .map(SeatsTest::episode)
                .toList();
        assertThat(answers.episodes()).hasSizeGreaterThan(100);
        assertThat(product).containsExactlyInAnyOrderElementsOf(answers.episodes());
    }

    private static Episode episode(Warning w) {
        return new Episode(
                w.point(),
                w.subject(),
                w.firstAt().toEpochMilli(),
                w.raisedAt().toEpochMilli(),
                w.clearedAt().map(at -> OptionalLong.of(at.toEpochMilli())).orElse(OptionalLong.empty()),
                w.severity().name().equals("ORANGE") ? 3 : 2,
                w.status().name());
    }

    @Test
    void historyTellsNobody() {
        List<Fact> facts = run.stores().ledger().warnings().facts(0, ALL);
        assertThat(facts).isNotEmpty().noneMatch(Fact::tell);
    }

    @ParameterizedTest
    @CsvSource({"cogs, COGS, MET", "cse, CSE, MET", "ece, ECE, MET", "math, MATH, BASICALLY_MET"})
    void departmentsAchieveWhatPlainCountingSays(String unit, String department, Grade grade) {
        CollegeAssessment assessed = run.assessments().assess(CYCLE);
        DepartmentAssessment result = assessed.unit(unit).orElseThrow();
        BigDecimal achieved = result.achievement().orElseThrow().cut(10);
        assertThat(achieved).isEqualTo(answers.achievement(department));
        assertThat(result.grade()).contains(grade);
        assertThat(result.unknownGoals()).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        ReadingStore.Counts before = run.stores().readings().store().counts();
        List<FileOutcome> again = run.files().run(RawFile.path(), Optional.empty(), true, Progress.UNSEEN);
        assertThat(again).extracting(FileOutcome::status).containsExactly(FileOutcome.Status.REPEATED);
        assertThat(run.stores().readings().store().counts()).isEqualTo(before);
    }
}
