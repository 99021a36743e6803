package cn.zhengai.benchmarks.inside;

import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.alerting.warner.WarnerMeter;
import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.explain.Cut;
import cn.zhengai.assessment.explain.ExplanationDesk;
import cn.zhengai.assessment.explain.Question;
import cn.zhengai.assessment.explain.Withholding;
import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Size;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Fork;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Questions why, over a year that was evaluated and assessed: grades, goals, figures, bands and warnings drawn by lot, as
 * deep and as wide as {@code zhengai explain} asks. Says the 95th percentile of each kind in milliseconds.
 */
public final class Explains {
    private static final int QUESTIONS = 200;
    private static final int WARMING = 20;
    private static final int DEPARTMENTS = 20;
    private static final int GOALS = 9;
    private static final Cut CUT = new Cut(5, 5);
    /** Open or over. */
    private static final Query ALL = new Query(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            QUESTIONS);

    private static final Instant NOW = Filling.KNOWN.plus(Duration.ofHours(1));

    private final Size size;
    private final Random lot = new Random(1);

    private Explains(Size size) {
        this.size = size;
    }

    /** Arguments: a {@link Size}. Says {@code grade}, {@code goal}, {@code figure}, {@code band}, {@code warning}. */
    public static void main(String[] arguments) throws IOException {
        Path room = Checkout.room("explain");
        try {
            new Explains(Size.of(arguments)).run(room);
        } finally {
            Checkout.delete(room);
        }
    }

    private void run(Path room) throws IOException {
        SeriesIndex index = new SeriesIndex();
        InstantSource time = InstantSource.fixed(NOW);
        try (Ledger ledger = SqliteLedger.open(room.resolve("ledger.db"));
                DuckDbReadings readings = DuckDbReadings.open(room.resolve("readings.db"), index, Options.standard())) {
            Filling.fill(readings, index, size);
            Catalogue catalogue = new College(size).catalogue(room.resolve("catalogue"));
            evaluate(catalogue, new Ports(index, readings.log(), readings.store(), ledger.warnings()), time);
            var results = new AssessmentDesk(() -> catalogue, readings.store(), ledger.assessments(), time);
            results.assess(College.CYCLE);
            ask(new ExplanationDesk(() -> catalogue, readings.store(), results, time));
            WarningReasons reasons = new WarningReasons(() -> catalogue, readings.store(), ledger, Warner.CONSUMER);
            List<Warning> warnings = ledger.warnings().find(ALL);
            time(
                    "warning",
                    i -> reasons.explain(warnings.get(i % warnings.size()).id(), CUT.limit())
                            .orElseThrow());
        }
    }

    private static void evaluate(Catalogue catalogue, Ports ports, InstantSource time) {
        RuleBook book = RuleBook.of(catalogue);
        Warner warner =
                new Warner(ports, () -> book, new Pace(Pace.DEFAULT.readings(), Duration.ZERO), time, WarnerMeter.NONE);
        while (warner.runOnce()) {
            // until everything is evaluated
        }
    }

    private void ask(ExplanationDesk desk) {
        Question question = new Question(Optional.empty(), CUT, Withholding.NOTHING);
        time("grade", i -> desk.grade(department(), College.CYCLE, question));
        time("goal", i -> {
            String department = department();
            return desk.goal(department, department + "-g" + lot.nextInt(GOALS), College.CYCLE, question);
        });
        time("figure", i -> desk.figure(point(), department(), College.CYCLE, question));
        time(
                "band",
                i -> desk.band(point(), College.subject(lot.nextInt(size.subjects())), Optional.empty(), question));
    }

    private String department() {
        int number = lot.nextInt(DEPARTMENTS);
        return number < 10 ? "d0" + number : "d" + number;
    }

    private String point() {
        return College.point(lot.nextInt(size.points()));
    }

    private static void time(String kind, IntFunction<Explanation> question) {
        for (int i = 0; i < WARMING; i++) {
            demandSound(question.apply(i));
        }
        double[] millis = new double[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long started = System.nanoTime();
            Explanation answer = question.apply(i);
            millis[i] = (System.nanoTime() - started) / 1e6;
            demandSound(answer);
        }
        Arrays.sort(millis);
        Fork.say(kind, millis[(int) Math.ceil(0.95 * QUESTIONS) - 1]);
    }

    private static void demandSound(Explanation answer) {
        if (!answer.alarms().isEmpty()) {
            throw new IllegalStateException("does not agree with what was kept: " + answer.alarms());
        }
    }
}
