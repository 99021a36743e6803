package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.RetentionLedger.Erasure;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.server.retention.RetentionClerk;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.storage.duckdb.ReadingsInspection;
import cn.zhengai.testkit.net.FreePorts;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been kept long enough is erased with proof; what an open warning rests on stays; nobody is told anew. */
class RetentionTest {
    private static final Instant START = Instant.parse("2025-01-01T04:00:00Z");
    private static final Instant LIMIT = Instant.parse("2025-08-31T16:00:00Z");
    private static final int DAYS = 600;

    private final SettableTime time = SettableTime.at("2026-09-15T00:00:00Z");

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void college() throws IOException {
        data = folder.resolve("data");
        SmallCollege.write(data, 9);
        Files.writeString(data.resolve("zhengai.yaml"), "retention: {course: P1Y, rejections: P1M}\n");
    }

    private Run open() {
        DataFolder opened = DataFolder.open(data);
        return Run.open(opened, Settings.read(opened.settings(), Map.of()), time);
    }

    /** C0 is in warning in February 2025, C1 from March 2025 on for good, C2 never. */
    private void fill(Run run) {
        List<Reading> readings = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            Instant at = START.plus(Duration.ofDays(day));
            readings.add(reading(run, "C0", at, day >= 31 && day < 59 ? 80 : 99));
            readings.add(reading(run, "C1", at, day >= 59 ? 80 : 99));
            readings.add(reading(run, "C2", at, 99));
        }
        append(run, "b1", readings);
    }

    private void append(Run run, String batch, List<Reading> readings) {
        run.stores()
                .readings()
                .log()
                .append(List.of(new Batch(new BatchHead(batch, "jwxt", time.instant(), false), readings)));
        run.evaluateAll();
    }

    private static Reading reading(Run run, String course, Instant at, int present) {
        Series series = run.stores().index().of(SmallCollege.POINT, course);
        return Reading.ratio(series, at.toEpochMilli(), present * Micros.ONE, 100 * Micros.ONE, 100, 1);
    }

    private static List<String> warnings(Run run) {
        return run
                .stores()
                .ledger()
                .warnings()
                .ofSeries(List.of("course.attendance/C0", "course.attendance/C1", "course.attendance/C2"))
                .stream()
                .map(one -> one.subject() + " " + one.status())
                .toList();
    }

    private static Instant first(Run run, String course) {
        Series series = run.stores().index().of(SmallCollege.POINT, course);
        return Instant.ofEpochMilli(run.stores()
                .readings()
                .store()
                .read(series, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW)
                .get(0)
                .reading()
                .at());
    }

    @Test
    void erasesWithProofWhatIsOver() {
        try (Run run = open()) {
            fill(run);
            assertThat(warnings(run)).containsExactly("C0 CLEARED", "C1 OPEN");
            RetentionClerk clerk = run.retentionClerk();

            List<Erasure> done = clerk.eraseDue();

            assertThat(done).hasSize(2);
            Erasure ofCourses = done.get(0);
            assertThat(ofCourses.before()).isEqualTo(LIMIT);
            assertThat(ofCourses.warnings()).isEqualTo(1);
            long days = Duration.between(START, LIMIT).toDays() + 1;
            assertThat(ofCourses.readings()).as("C1's from its warning on stay").isEqualTo(2 * days + 59);
            assertThat(ofCourses.stayed()).isEqualTo(days - 59);
            assertThat(warnings(run)).containsExactly("C1 OPEN");
            assertThat(first(run, "C0")).isAfterOrEqualTo(LIMIT);
            assertThat(first(run, "C1")).isEqualTo(START.plus(Duration.ofDays(59)));
            assertThat(clerk.eraseDue()).as("again").isEmpty();
            assertThat(clerk.brokenProof()).isEmpty();
        }
        assertThat(ReadingsInspection.of(data.resolve("readings.duckdb")).readings())
                .as("in the file")
                .isLessThan(3L * DAYS);
        try (Run run = open()) {
            assertThat(run.stores().ledger().retention().erasures()).hasSize(2);
            assertThat(warnings(run)).containsExactly("C1 OPEN");
        }
    }

    @Test
    void lateReadingsAfterwardsChangeNothingThatWasTold() {
        try (Run run = open()) {
            fill(run);
            run.retentionClerk().eraseDue();
            Warning before = run.stores()
                    .ledger()
                    .warnings()
                    .ofSeries(List.of("course.attendance/C1"))
                    .get(0);
            int facts = run.stores().ledger().warnings().facts(0, 1000).size();
            append(
                    run,
                    "late",
                    List.of(
                            reading(run, "C0", LIMIT.plusSeconds(60), 99),
                            reading(run, "C1", LIMIT.plusSeconds(60), 81)));
            assertThat(run.stores().ledger().warnings().ofSeries(List.of("course.attendance/C1")))
                    .containsExactly(before);
            assertThat(run.stores().ledger().warnings().facts(0, 1000)).hasSize(facts);
        }
    }

    @Test
    void aWarningThatEndedGoesWithTheNextLimit() {
        try (Run run = open()) {
            fill(run);
            run.retentionClerk().eraseDue();
            List<Reading> recovery = new ArrayList<>();
            for (int day = DAYS; day < DAYS + 5; day++) {
                recovery.add(reading(run, "C1", START.plus(Duration.ofDays(day)), 99));
            }
            append(run, "recovery", recovery);
            assertThat(warnings(run)).containsExactly("C1 CLEARED");
            time.advance(Duration.ofDays(365));
            List<Erasure> done = run.retentionClerk().eraseDue();
            assertThat(done.get(0).warnings()).isEqualTo(1);
            assertThat(done.get(0).stayed()).isZero();
            assertThat(run.retentionClerk().brokenProof()).isEmpty();
        }
    }

    @Test
    void whatIsOlderIsRefusedAndRejectedRowsGo() throws IOException {
        Pusher sender = new Pusher(FreePorts.one(), Ran.key(data, "jwxt"));
        Instant now = Instant.now();
        String old = now.minus(Duration.ofDays(500)).toString();
        try (ServeProcess serve = ServeProcess.start(data, sender.port()).ready()) {
            var answer = sender.post(
                    "/api/v1/readings",
                    Pusher.row("C1", old, 90, 100).getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/x-ndjson");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("BEYOND_RETENTION", "保存期限");
            assertThat(serve.get("/health").statusCode()).isEqualTo(200);
        }
        time.set(now.plus(Duration.ofDays(70)));
        try (Run run = open()) {
            assertThat(run.stores().ledger().intake().find(Intake.Query.all(10)))
                    .hasSize(1);
            run.retentionClerk().eraseDue();
            assertThat(run.stores().ledger().intake().find(Intake.Query.all(10)))
                    .isEmpty();
        }
        Ran shown = Ran.command(folder, "retention", "--data", data.toString());
        assertThat(shown.text()).contains("拒收记录 1 行", "印记全部相符");
    }
}
