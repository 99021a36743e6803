package cn.zhengai.console.sample;

import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.alerting.scorecard.Scorecards;
import cn.zhengai.alerting.silence.SilenceWatch;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.alerting.warner.WarnerMeter;
import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.explain.ExplanationDesk;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.keys.KeyRing;
import cn.zhengai.collector.push.Gate;
import cn.zhengai.collector.push.PushDesk;
import cn.zhengai.collector.rejection.RejectionDesk;
import cn.zhengai.console.Console;
import cn.zhengai.console.ConsoleParts;
import cn.zhengai.console.ConsoleSettings;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.KeptRow;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A college in memory: 40 weeks of readings, the warnings they make, sources, notices; the same every time. */
public final class SampleCollege {
    public static final String EVIL_NAME = SampleCatalogue.EVIL;

    public final Catalogue catalogue;
    public final SeriesIndex index = new SeriesIndex();
    public final MemoryReadings readings = new MemoryReadings(index);
    public final MemoryLedger ledger = new MemoryLedger();
    public final SettableTime time = SettableTime.at("2026-11-23T02:30:00Z");
    public final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    public final AtomicReference<Optional<String>> notReady = new AtomicReference<>(Optional.empty());
    public final KeyRing keys;
    public final String key;
    private ResultSource results = new SampleResults();
    private final SilenceWatch silence;
    private final Random random = new Random(20171115);

    private SampleCollege(Path folder, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.silence = new SilenceWatch(
                () -> catalogue,
                new SilenceWatch.Ports(index, readings, readings::end, ledger.intake(), ledger.warnings()),
                time,
                Duration.ZERO);
        this.keys = KeyRing.open(folder.resolve("keys.yaml"), time);
        this.key = keys.create("jw");
    }

    /** With its story. */
    public static SampleCollege full(Path folder) {
        SampleCollege college = new SampleCollege(folder, SampleCatalogue.make());
        college.collect();
        college.warn();
        college.tell();
        college.listen();
        return college;
    }

    /** Declared, and nothing collected or published. */
    public static SampleCollege silent(Path folder) {
        SampleCollege college = new SampleCollege(folder, SampleCatalogue.make());
        college.results = influxQl -> List.of();
        return college;
    }

    public Console start(int port, boolean personalOpen) {
        return start(port, personalOpen, readings);
    }

    /** With another view of the readings. */
    public Console start(int port, boolean personalOpen, ReadingStore shown) {
        IntakeDesk intake = new IntakeDesk(() -> catalogue, index, readings, ledger.intake(), time);
        AssessmentDesk desk = new AssessmentDesk(() -> catalogue, readings, ledger.assessments(), time);
        ConsoleParts parts = new ConsoleParts(
                () -> catalogue,
                index,
                shown,
                ledger,
                new PushDesk(intake, new Gate(8, 64 << 20), 1 << 20, time),
                new RejectionDesk(intake, readings, ledger.intake(), time),
                keys,
                desk,
                new Scorecards(() -> catalogue, silence::report, readings, ledger.intake(), time),
                new ExplanationDesk(() -> catalogue, readings, desk, time),
                new WarningReasons(() -> catalogue, readings, ledger, Warner.CONSUMER),
                List::of,
                metrics,
                notReady::get,
                SampleVersions.of(catalogue),
                Map.of("reading", () -> "{\"title\": \"采集值\"}"),
                results,
                time);
        return Console.start(
                new ConsoleSettings(
                        "127.0.0.1",
                        port,
                        "http://127.0.0.1:" + port,
                        Duration.ofSeconds(5),
                        personalOpen,
                        Set.of("webhook"),
                        "0.1.0",
                        true,
                        true),
                parts);
    }

    /** Looks for silence now. */
    public void listen() {
        silence.runOnce();
    }

    /** Runs the warner over what was logged. */
    public void warn() {
        RuleBook rules = RuleBook.of(catalogue);
        try (Warner warner = new Warner(
                new Ports(index, readings, readings, ledger.warnings()),
                () -> rules,
                new Pace(100_000, Duration.ZERO),
                time,
                WarnerMeter.NONE)) {
            while (warner.runOnce()) {
                warner.wake();
            }
        }
    }

    private void collect() {
        LocalDate first = LocalDate.of(2026, 2, 16);
        for (int week = 0; week < 40; week++) {
            LocalDate day = first.plusWeeks(week);
            long at = day.atStartOfDay(catalogue.zone()).toInstant().toEpochMilli();
            Instant taken = Instant.ofEpochMilli(at).plus(Duration.ofHours(8));
            List<Reading> rows = new ArrayList<>();
            for (ControlPoint point : catalogue.points().values()) {
                for (Subject subject : catalogue.subjectsOf(point.level())) {
                    if (point.appliesTo(subject)
                            && random.nextInt(20) > 0
                            && !subject.id().equals("c19")) {
                        rows.add(reading(point, subject, week, at, rows.size() + 1));
                    }
                }
            }
            if (week == 39) {
                differ(at, taken.minus(Duration.ofHours(1)));
            }
            keep(new BatchHead("jw-" + day, "jw", taken, week < 30), rows, week);
        }
    }

    /** Another source has said something else an hour before. */
    private void differ(long at, Instant taken) {
        Reading course =
                Reading.ratio(index.of("course.attendance", "c3"), at, Micros.ofWhole(39), Micros.ofWhole(40), 100, 1);
        Reading student = Reading.plain(index.of("student.credits", "s1"), at, Micros.parse("15.25"), 2);
        readings.append(List.of(new Batch(new BatchHead("xg-0", "xg", taken, false), List.of(course, student))));
    }

    private void keep(BatchHead head, List<Reading> rows, int week) {
        readings.append(List.of(new Batch(head, rows)));
        List<Rejection> refused = new ArrayList<>();
        if (week % 6 == 5) {
            KeptRow row = new KeptRow(
                    "csv",
                    "c3,112",
                    Map.of("point", "course.attendance", "subject", "c3", "at", "2026-03-01", "value", "112"));
            refused.add(new Rejection(head, 7, Reason.IMPLAUSIBLE, "学生签到率 112%，应在 0 到 100 之间", row));
            refused.add(new Rejection(head, 9, Reason.UNKNOWN_SUBJECT, "没有课程 c99；是否为 c9？", "c99,<b>95</b>"));
        }
        Optional<Instant> newest =
                rows.stream().map(r -> Instant.ofEpochMilli(r.at())).findFirst();
        ledger.intake().keep(new Intake.Receipt(head, rows.size(), refused.size(), newest, ""), refused);
        if (week == 38) {
            BatchHead other = new BatchHead("xg-1", "xg", head.recordedAt().plus(Duration.ofDays(2)), false);
            ledger.intake().keep(new Intake.Receipt(other, 1280, 0, newest, ""), List.of());
        }
    }

    private Reading reading(ControlPoint point, Subject subject, int week, long at, int row) {
        Series series = index.of(point.id(), subject.id());
        double quality = quality(point, subject, week);
        if (point.ratio()) {
            long of = 40L + random.nextInt(20);
            long part = Math.max(0, Math.min(of, Math.round(of * quality / 100)));
            return Reading.ratio(series, at, Micros.ofWhole(part), Micros.ofWhole(of), 100, row);
        }
        long micros = Math.round(quality * 100) * 10_000;
        return Reading.plain(
                series,
                at,
                point.unit().symbol().length() == 1
                                && !point.unit().symbol().equals("%")
                                && !point.unit().symbol().equals("分")
                        ? Math.round(quality) * Micros.ONE
                        : micros,
                row);
    }

    /** Good values with some noise; a few series slide for a while and some of them recover. */
    private double quality(ControlPoint point, Subject subject, int week) {
        double noise = random.nextGaussian();
        int mark = Math.floorMod((point.id() + subject.id()).hashCode(), 23);
        double slide = mark == 3
                ? Math.max(0, week - 30)
                : mark == 7 && week > 12 && week < 24 ? 8 : mark == 11 && week > 35 ? 5 : 0;
        return switch (point.id()) {
            case "school.ratio" -> 14.4 + noise * 0.2;
            case "school.dual" -> 61 + noise;
            case "school.placement" -> 91 + noise - (week > 30 ? 8 : 0);
            case "school.area" -> 12.6 + noise * 0.1;
            case "program.bases" -> Math.max(0, 3 - (mark == 3 ? 3 : mark % 2));
            case "program.leader" -> mark == 5 ? 0 : 1;
            case "program.lab" -> 82 + noise * 3 - 2 * slide;
            case "program.enrol" -> 93 + noise * 2 - slide;
            case "course.accident" -> subject.id().equals("c4") && week == 39 ? 1 : 0;
            case "teacher.lead" -> 8;
            case "student.credits" -> 16 + noise - slide / 3;
            case "student.activity" -> 9.4 + noise * 1.1 - slide / 2;
            default -> 97 + noise * 1.4 - slide;
        };
    }

    private void tell() {
        List<Warning> open = ledger.warnings().find(WarningLedger.Query.ofOpen(1000)).stream()
                .filter(w -> catalogue
                        .point(w.point())
                        .map(p -> p.level() == Level.COURSE)
                        .orElse(false))
                .toList();
        for (int i = 0; i < open.size(); i += 3) {
            ledger.warnings()
                    .acknowledge(
                            open.get(i).id(), new Warning.Acknowledgement("李明", time.instant(), "已与任课教师核实，下周起每节课点名。"));
        }
        List<Fact> facts = ledger.warnings().facts(0, 100_000);
        List<Notice> notices = new ArrayList<>();
        Fact ofStudent = facts.stream()
                .filter(f -> f.warning().point().startsWith("student."))
                .findFirst()
                .orElseThrow();
        List<Fact> told = new ArrayList<>(facts.subList(Math.max(0, facts.size() - 5), facts.size()));
        told.add(ofStudent);
        for (Fact fact : told) {
            String name = catalogue
                    .point(fact.warning().point())
                    .map(ControlPoint::name)
                    .orElse("");
            notices.add(new Notice(
                    "n" + fact.number(),
                    fact.number(),
                    fact.warning().id(),
                    "d6",
                    fact.number() % 2 == 0 ? "mail" : "webhook",
                    "quality@example.edu.cn",
                    "【" + fact.step().chinese() + "】" + name + " · "
                            + nameOf(fact.warning().subject()),
                    "",
                    "{}",
                    fact.recordedAt()));
        }
        ledger.outbox().put(0, facts.get(facts.size() - 1).number(), notices);
        ledger.outbox()
                .settle(notices.get(0).id(), new Notice.Standing(Notice.State.DELIVERED, 1, time.instant(), "250 OK"));
        ledger.outbox()
                .settle(notices.get(1).id(), new Notice.Standing(Notice.State.DELIVERED, 1, time.instant(), "200"));
    }

    private String nameOf(String subject) {
        return catalogue.subject(subject).map(Subject::name).orElse("");
    }

    /** For looking at the pages: {@code args[0]} is the port. */
    public static void main(String[] args) {
        try {
            SampleCollege college = full(java.nio.file.Files.createTempDirectory("college"));
            new AssessmentDesk(() -> college.catalogue, college.readings, college.ledger.assessments(), college.time)
                    .assess("2026");
            college.start(Integer.parseInt(args[0]), args.length > 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
