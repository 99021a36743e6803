package cn.zhengai.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.TaskResult;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private final SettableTime time = SettableTime.at("2026-11-23T01:00:00Z");

    private Path temp;
    private Service service;

    @BeforeAll
    void start(@TempDir Path folder) {
        temp = folder;
        service = Service.start(fed(temp.resolve("data"), TODAY));
    }

    private Run fed(Path data, LocalDate today) {
        DataFolder folder = DataFolder.open(data);
        Demo demo = new Demo(folder, today);
        demo.prepare();
        DemoTime clock = new DemoTime(time);
        Run run = Run.open(folder, Settings.read(folder.settings(), Map.of()).onPort(0), clock);
        demo.feed(run, clock, (done, total, text) -> assertThat(done).isLessThanOrEqualTo(total));
        return run;
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void theCollegeHasItsSize() {
        Catalogue c = service.run().catalogue();
        assertThat(c.tree().units()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(c.subjectsOf(Level.PROGRAM)).hasSize(20);
        assertThat(c.subjectsOf(Level.COURSE)).hasSize(200);
        assertThat(c.subjectsOf(Level.TEACHER)).hasSize(200);
        assertThat(c.subjectsOf(Level.STUDENT)).hasSize(2_000);
        assertThat(c.points().values().stream().filter(p -> p.enabled()).count())
                .isGreaterThanOrEqualTo(60);
    }

    @Test
    void departmentsStandInEachGradeInBothYears() {
        for (String year : List.of("2025", "2026")) {
            CollegeAssessment result = service.run().assessments().newest(year).orElseThrow();
            Set<Grade> grades = result.departments().stream()
                    .map(DepartmentAssessment::grade)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            assertThat(grades).as(year).containsExactlyInAnyOrder(Grade.values());
        }
    }

    @Test
    void warningsWereRaisedAnsweredAndRecovered() {
        List<Warning> all = service.run()
                .stores()
                .ledger()
                .warnings()
                .find(new WarningLedger.Query(
                        Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), 0, 100_000));
        Map<Warning.Status, Long> byStatus =
                all.stream().collect(Collectors.groupingBy(Warning::status, Collectors.counting()));
        assertThat(byStatus.get(Warning.Status.CLEARED)).isGreaterThan(100);
        assertThat(byStatus.get(Warning.Status.OPEN)).isBetween(5L, 300L);
        assertThat(all.stream().filter(w -> w.acknowledgement().isPresent()).count())
                .isGreaterThan(100);
        assertThat(all.stream().filter(Warning::told).count()).isBetween(1L, 100L);
        Set<Level> levels = all.stream()
                .map(w ->
                        service.run().catalogue().point(w.point()).orElseThrow().level())
                .collect(Collectors.toSet());
        assertThat(levels).contains(Level.COURSE, Level.TEACHER, Level.STUDENT);
    }

    @Test
    void theToldWarningsAreInTheMailFolder() throws IOException {
        Path mail = temp.resolve("data/mail");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (service.run().stores().ledger().outbox().due(time.instant(), 1).size() > 0
                && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        try (Stream<Path> mails = Files.list(mail)) {
            assertThat(mails.filter(f -> f.toString().endsWith(".eml")).count()).isPositive();
        }
        List<String> titles = service.run().stores().ledger().outbox().recent(1_000).stream()
                .map(kept -> kept.notice().title())
                .toList();
        for (String mark : List.of("橙色预警】", "预警解除】", "预警更正】", "预警撤销】")) {
            assertThat(titles).as(mark).anyMatch(title -> title.contains(mark));
        }
    }

    @Test
    void aDepartmentsKeyTasksReadAsItsGoalSays() {
        Catalogue catalogue = service.run().catalogue();
        CollegeAssessment result = service.run().assessments().newest("2026").orElseThrow();
        Set<List<String>> different = new HashSet<>();
        for (DepartmentAssessment department : result.departments()) {
            GoalResult goal =
                    department.goal("2026." + department.unit() + ".key").orElseThrow();
            different.add(goal.tasks().stream().map(TaskResult::name).toList());
            assertThat(goal.tasks()).allMatch(t -> t.due().isBefore(LocalDate.of(2026, 11, 30)));
            Story.Figure reading = new KeyTasks(catalogue)
                    .figure(catalogue.subject(department.unit()).orElseThrow(), LocalDate.of(2026, 11, 30));
            assertThat(goal.achievement())
                    .as(department.name())
                    .hasValue(Fraction.of(
                            100 * Long.parseLong(reading.numerator()), Long.parseLong(reading.denominator())));
        }
        assertThat(different).as("tasks differ by department").hasSizeGreaterThan(15);
    }

    @Test
    void whatWasCorrectedIsShownWithItsReason() throws IOException, InterruptedException {
        ReadingStore store = service.run().stores().readings().store();
        Knowledge aWeekAgo = store.knownAt(time.instant().minus(Duration.ofDays(7)));
        Set<String> points = Set.of(LiveWeek.POINT, MonthlyReview.POINT);
        assertThat(store.changes(ChangeQuery.of(aWeekAgo, store.known(), points, 100)))
                .hasSizeGreaterThan(5)
                .allSatisfy(change -> assertThat(change.after().head().reason()).isPresent());
        assertThat(store.history(List.of(new SeriesIndex().of(LiveWeek.POINT, LiveWeek.CORRECTED)), ReadingStore.NOW))
                .last()
                .satisfies(last -> assertThat(last.head().reason()).contains("签到机故障；按纸质签到补录"));
        String page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.link() + "/changes"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(page).contains("更正原因", "补记纸质登记的实训课时", "教室调整后补登").doesNotContain("没有更正");
    }

    @Test
    void someRowsWereRejectedAndAreShownWithTheirReason() throws IOException, InterruptedException {
        Set<Reason> reasons = service.run().stores().ledger().intake().find(Intake.Query.all(100)).stream()
                .map(Intake.Kept::rejection)
                .map(Rejection::reason)
                .collect(Collectors.toSet());
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        Reason.UNKNOWN_SUBJECT,
                        Reason.IMPLAUSIBLE,
                        Reason.BAD_INSTANT,
                        Reason.NO_DENOMINATOR,
                        Reason.BAD_DENOMINATOR);
        String page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.link() + "/sources"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(page).contains("C999").doesNotContain("S9999");
    }

    @Test
    void thePagesWorkInABrowser() throws IOException {
        Browser browser = Browser.find(temp);
        for (int width : new int[] {1440, 390}) {
            Browser.Page overview = browser.open(service.link() + "/", width);
            assertThat(overview.complaints()).isEmpty();
            assertThat(overview.dom()).contains("海棠职业学院", "未解除的预警", "部门考核", "数据新鲜度");
        }
        Warning ofCourse = service.run().stores().ledger().warnings().find(WarningLedger.Query.ofOpen(1_000)).stream()
                .filter(w -> w.point().startsWith("course."))
                .findFirst()
                .orElseThrow();
        Browser.Page warning = browser.open(service.link() + "/warnings/" + ofCourse.id(), 1440);
        assertThat(warning.complaints()).isEmpty();
        assertThat(warning.dom()).contains("_echarts_instance_");
    }

    @Test
    void theSameSeedGivesTheSameExports() throws IOException {
        Catalogue catalogue = service.run().catalogue();
        assertThat(week(catalogue, "a")).isNotEmpty().isEqualTo(week(catalogue, "b"));
    }

    private Map<String, String> week(Catalogue catalogue, String name) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        DemoExports exports =
                new DemoExports(catalogue, new DemoCollege(catalogue, 1), LiveWeek.from(TODAY.minusDays(7)));
        for (Path file : exports.write(temp.resolve(name), TODAY.minusDays(7), TODAY)) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }

    @Test
    void startingAgainGoesOnWithTheSameData() throws IOException {
        Path data = temp.resolve("again");
        long taken;
        try (Run first = fed(data, LocalDate.parse("2026-03-16"))) {
            taken = accepted(first);
        }
        Map<Path, String> files = catalogueFiles(data);
        try (Run sameDay = fed(data, LocalDate.parse("2026-03-16"))) {
            assertThat(accepted(sameDay)).isEqualTo(taken);
        }
        try (Run later = fed(data, LocalDate.parse("2026-03-20"))) {
            assertThat(accepted(later)).isGreaterThan(taken);
        }
        assertThat(catalogueFiles(data)).isEqualTo(files);
    }

    private static long accepted(Run run) {
        return run.stores().ledger().intake().sources().stream()
                .mapToLong(Intake.SourceStanding::accepted)
                .sum();
    }

    private static Map<Path, String> catalogueFiles(Path data) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data.resolve("catalogue"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                texts.put(file, Files.readString(file));
            }
        }
        return texts;
    }
}
