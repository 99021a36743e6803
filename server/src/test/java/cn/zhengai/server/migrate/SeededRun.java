package cn.zhengai.server.migrate;

import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.alerting.warner.WarnerMeter;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.LedgerPlace;
import cn.zhengai.storage.jdbc.LedgerTables;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run of one point and a few courses over either kind of stores; the same random numbers give the same world. */
final class SeededRun implements AutoCloseable {
    static final int SUBJECTS = 9;
    private static final String POINT = "course.attendance";
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final int DAYS = 12;
    private static final int CLOCK_SECONDS = 400_000;
    private static final int LIMIT = 1000;

    private final Catalogue catalogue;
    private final Side side;
    private final Ledger ledger;
    private final Warner warner;
    private final Optional<DuckDbReadings> file;

    private SeededRun(Path folder, Side side, Optional<DuckDbReadings> file) {
        this.catalogue = CatalogueFolder.read(folder.resolveSibling("catalogue"))
                .catalogue()
                .orElseThrow();
        this.side = side;
        this.file = file;
        this.ledger = side.ledger().open();
        RuleBook book = RuleBook.of(catalogue);
        this.warner = new Warner(
                new Ports(side.index(), side.log(), side.store(), ledger.warnings()),
                () -> book,
                new Pace(50, Duration.ZERO),
                SettableTime.at("2026-12-01T00:00:00Z"),
                WarnerMeter.NONE);
    }

    /** Beside the folders of runs. */
    static void catalogue(Path home) throws IOException {
        Path catalogue = home.resolve("catalogue");
        for (String folder : List.of("points", "subjects", "sources")) {
            Files.createDirectories(catalogue.resolve(folder));
        }
        Files.writeString(catalogue.resolve("college.yaml"), """
                name: 小学院
                zone: Asia/Shanghai
                lead-offices: {school: jwc, program: jwc, course: jwc, teacher: jwc, student: jwc}
                cycles:
                  - {id: "2026", name: 2026 年度, kind: year, from: "2026-01-01", to: "2026-12-31"}
                """);
        Files.writeString(catalogue.resolve("organisation.yaml"), """
                units:
                  - {id: zlw, name: 质量管理委员会, kind: committee}
                  - {id: jwc, name: 教务处, kind: department, parent: zlw}
                """);
        Files.writeString(catalogue.resolve("points/course.yaml"), """
                level: course
                points:
                  - {id: course.attendance, name: 学生签到率, unit: "%", direction: higher, roll-up: ratio, cadence: daily, weight: 1, owner: jwc, target: 98, standard: 95, warning: 90}
                """);
        StringBuilder subjects = new StringBuilder("level: course\nunit: jwc\nsubjects:\n");
        IntStream.range(0, SUBJECTS).forEach(i -> subjects.append("  - {id: C" + i + ", name: 课程" + i + "}\n"));
        Files.writeString(catalogue.resolve("subjects/course.yaml"), subjects.toString());
        Files.writeString(catalogue.resolve("sources/push.yaml"), """
                sources:
                  - {id: jwxt, name: 教务系统, subject: "{subject}", time: {column: at}, measures: [{point: "{point}", numerator: numerator, denominator: denominator}]}
                """);
    }

    static SeededRun inFolder(Path folder) {
        SeriesIndex index = new SeriesIndex();
        DuckDbReadings readings =
                DuckDbReadings.open(made(folder).resolve("readings.duckdb"), index, Options.standard());
        return new SeededRun(
                folder,
                new Side(readings.log(), readings.store(), index, Partitioning.ONE, ledger(folder)),
                Optional.of(readings));
    }

    static SeededRun inPartitions(Path folder, int partitions) {
        SeriesIndex index = new SeriesIndex();
        Partitioning partitioning = new Partitioning(partitions);
        MemoryReadings readings = new MemoryReadings(index, partitioning);
        return new SeededRun(
                folder, new Side(readings, readings, index, partitioning, ledger(made(folder))), Optional.empty());
    }

    private static LedgerPlace ledger(Path folder) {
        return LedgerPlace.file(folder.resolve("ledger.sqlite"));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Side side() {
        return side;
    }

    Ledger ledger() {
        return ledger;
    }

    Series series(int subject) {
        return Series.named(POINT, "C" + subject);
    }

    /** So many batches come, some are evaluated, results are kept; in the end everything is evaluated. */
    void live(Random random, int batches) {
        for (int i = 0; i < batches; i++) {
            take(random);
            if (random.nextInt(4) == 0) {
                warner.runOnce();
            }
            if (random.nextInt(3) == 0) {
                keepResult(random.nextInt());
            }
            if (random.nextInt(9) == 0) {
                evaluate();
                file.ifPresent(DuckDbReadings::settle);
            }
        }
        evaluate();
    }

    private void evaluate() {
        while (IntStream.range(0, side.partitioning().partitions())
                .anyMatch(partition -> ledger.warnings().position(Warner.CONSUMER, partition)
                        < side.log().end().through(partition))) {
            warner.runOnce();
        }
    }

    /** One batch: late ones, repeats and revisions among its readings; clocks go as they like. */
    void take(Random random) {
        List<Reading> readings = new ArrayList<>();
        int size = 1 + random.nextInt(25);
        for (int row = 1; row <= size; row++) {
            long at = START.plus(Duration.ofDays(random.nextInt(DAYS))).toEpochMilli();
            long present = 80 + random.nextInt(6) * 4L;
            Reading reading = Reading.ratio(
                    side.index().of(POINT, "C" + random.nextInt(SUBJECTS)),
                    at,
                    present * Micros.ONE,
                    100 * Micros.ONE,
                    100,
                    row);
            readings.add(random.nextInt(5) == 0 ? reading.revised(random.nextInt(3)) : reading);
            if (random.nextInt(5) == 0) {
                readings.add(readings.get(random.nextInt(readings.size())));
            }
        }
        BatchHead head = new BatchHead(
                Long.toHexString(random.nextLong()),
                "jwxt",
                START.plusSeconds(random.nextInt(CLOCK_SECONDS)),
                random.nextInt(4) == 0,
                random.nextInt(6) == 0 ? Optional.of("重新统计") : Optional.empty());
        side.log().append(List.of(new Batch(head, readings)));
    }

    private void keepResult(int number) {
        String document =
                "{\"cycle\":\"2026\",\"knowledge\":\"" + side.store().known().text() + "\",\"result\":" + number + "}";
        ledger.assessments()
                .keep(new AssessmentLedger.Kept("2026", START, "catalogue", Integer.toString(number), document));
    }

    String document(AssessmentLedger.Kept kept) {
        List<String> found = new ArrayList<>();
        LedgerTables.each(side.ledger(), "assessment", row -> {
            if (row.text("digest").equals(kept.digest())) {
                found.add(row.text("document"));
            }
        });
        return found.get(0);
    }

    List<Fact> facts() {
        return ledger.warnings().facts(0, Integer.MAX_VALUE);
    }

    /** By series, what happened, in its order; nothing of ids, which a cause may be part of. */
    Map<String, List<String>> episodes() {
        Map<String, List<String>> all = new TreeMap<>();
        for (Fact fact : facts()) {
            Warning w = fact.warning();
            all.computeIfAbsent(w.subject(), s -> new ArrayList<>())
                    .add(fact.step() + " " + fact.tell() + " " + fact.recordedAt() + " " + w.status() + " "
                            + w.firstAt() + " " + w.raisedAt() + " " + w.clearedAt() + " " + w.told());
        }
        return all;
    }

    /** By warning, why; whether a cause was found, but not where. */
    Map<String, String> explained() {
        WarningReasons reasons = new WarningReasons(() -> catalogue, side.store(), ledger, Warner.CONSUMER);
        Map<String, String> all = new TreeMap<>();
        facts().forEach(fact -> all.computeIfAbsent(
                fact.warning().id(),
                id -> reasons.explain(id, LIMIT)
                        .orElseThrow()
                        .toString()
                        .replaceAll("seq=\\d+", "seq=…")
                        .replaceAll("采集记录第 \\d+ 条", "采集记录第 … 条")));
        return all;
    }

    @Override
    public void close() {
        warner.close();
        ledger.close();
        side.log().close();
        file.ifPresent(DuckDbReadings::close);
    }
}
