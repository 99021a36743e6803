package cn.zhengai.engines;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A college of as many courses as there are seeds, twenty departments with goals, and a log for each course: with
 * disorder, repeats, revisions with and without number, history and reasons. The logs are recorded one beside the other,
 * as the world sends them; each keeps its own order.
 */
final class ThousandLogs {
    /** So many departments. */
    static final int DEPARTMENTS = 20;

    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant RECORDED = Instant.parse("2026-11-20T00:00:00Z");
    private static final List<String> RATIOS = List.of("p.ratio", "p.share");
    private static final List<String> PLAINS = List.of("p.mean", "p.last", "p.sum", "p.max");
    private static final double[] VALUES = {70, 84, 89, 92, 94.5, 95, 97, 99, 100};

    /** Of one department; its number. */
    private static final String GOALS = """
              - {id: g<d>-r, name: 出勤, unit: d<d>, kind: key, weight: 40, ratio: {point: p.ratio, target: 96}}
              - {id: g<d>-m, name: 均分, unit: d<d>, kind: routine, weight: 35, ratio: {point: p.mean, target: 93}}
              - {id: g<d>-x, name: 最高分, unit: d<d>, kind: routine, weight: 25, ratio: {point: p.max, target: 99}}
            """;

    private final int seeds;
    private final Instant recorded;

    ThousandLogs(int seeds) {
        this(seeds, RECORDED);
    }

    /** @param recorded nobody is told of what is older than a week: for who looks at the clock of the machine */
    ThousandLogs(int seeds, Instant recorded) {
        this.seeds = seeds;
        this.recorded = recorded;
    }

    /** Writes the college into a data folder. */
    void catalogue(Path data) throws IOException {
        Path catalogue = data.resolve("catalogue");
        for (String folder : List.of("points", "subjects", "sources", "goals")) {
            Files.createDirectories(catalogue.resolve(folder));
        }
        Files.writeString(catalogue.resolve("college.yaml"), """
                name: 千课学院
                zone: Asia/Shanghai
                lead-offices: {school: jwc, program: jwc, course: jwc, teacher: jwc, student: jwc}
                cycles:
                  - {id: "2026", name: 2026 年度, kind: year, from: "2026-01-01", to: "2026-12-31"}
                """);
        Files.writeString(catalogue.resolve("organisation.yaml"), "units:\n" + """
                  - {id: zlw, name: 质量管理委员会, kind: committee}
                  - {id: jwc, name: 教务处, kind: department, parent: zlw, contacts: [{mail: jwc@example.edu.cn}, {webhook: duty}]}
                """ + departments());
        Files.writeString(catalogue.resolve("points/course.yaml"), points());
        for (int d = 0; d < DEPARTMENTS; d++) {
            Files.writeString(catalogue.resolve("subjects/d" + d + ".yaml"), subjects(d));
        }
        Files.writeString(catalogue.resolve("goals/2026.yaml"), "cycle: \"2026\"\ngoals:\n" + goals());
        Files.writeString(catalogue.resolve("sources/push.yaml"), """
                sources:
                  - {id: jwxt, name: 教务系统, owner: jwc, subject: "{subject}", time: {column: at}, measures: [{point: "{point}", value: value}]}
                """);
    }

    private static String departments() {
        return IntStream.range(0, DEPARTMENTS)
                .mapToObj(d -> "  - {id: d" + d + ", name: 第" + d
                        + "系, kind: department, parent: zlw, contacts: [{mail: d" + d + "@example.edu.cn}]}\n")
                .collect(Collectors.joining());
    }

    private static String points() {
        return """
                level: course
                points:
                  - {id: p.ratio, name: 出勤率, unit: "%", direction: higher, roll-up: ratio, cadence: yearly, weight: 30, owner: jwc, target: 98, standard: 95, warning: 90, hold: 2}
                  - {id: p.share, name: 达标率, unit: "%", direction: higher, roll-up: share-met, cadence: yearly, weight: 10, owner: jwc, target: 98, standard: 95, warning: 90}
                  - {id: p.mean, name: 均分, unit: 分, direction: higher, roll-up: mean, cadence: yearly, weight: 20, owner: jwc, target: 97, standard: 92, warning: 85, calm: 2}
                  - {id: p.last, name: 进度偏差, unit: "%", direction: lower, roll-up: last, cadence: yearly, weight: 20, owner: jwc, target: 75, standard: 90, warning: 95, hold: P2D}
                  - {id: p.sum, name: 课时, unit: 分, direction: higher, roll-up: sum, cadence: yearly, weight: 10, owner: jwc, target: 900, standard: 500, warning: 80}
                  - {id: p.max, name: 最高分, unit: 分, direction: higher, roll-up: max, cadence: yearly, weight: 10, owner: jwc, target: 99, standard: 95, warning: 85}
                """;
    }

    private String subjects(int department) {
        return "level: course\nunit: d" + department + "\nsubjects:\n"
                + IntStream.range(0, seeds)
                        .filter(seed -> seed % DEPARTMENTS == department)
                        .mapToObj(seed -> "  - {id: c" + seed + ", name: 课程" + seed + "}\n")
                        .collect(Collectors.joining());
    }

    private static String goals() {
        return IntStream.range(0, DEPARTMENTS)
                .mapToObj(d -> GOALS.replace("<d>", String.valueOf(d)))
                .collect(Collectors.joining());
    }

    /** What is recorded, in this order. */
    List<Batch> batches() {
        List<List<Batch>> logs = IntStream.range(0, seeds).mapToObj(this::log).toList();
        List<Integer> turns = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            turns.addAll(Collections.nCopies(logs.get(seed).size(), seed));
        }
        Collections.shuffle(turns, new Random(20_261_126));
        int[] next = new int[seeds];
        List<Batch> all = new ArrayList<>();
        for (int seed : turns) {
            Batch batch = logs.get(seed).get(next[seed]++);
            BatchHead head = batch.head();
            all.add(new Batch(
                    new BatchHead(
                            head.id(), head.source(), recorded.plusMillis(all.size()), head.history(), head.reason()),
                    batch.readings()));
        }
        return all;
    }

    private List<Batch> log(int seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        for (int day = 0; day < 20 + random.nextInt(20); day++) {
            readings.add(reading(seed, random, day));
            if (random.nextInt(6) == 0) {
                readings.add(reading(seed, random, random.nextInt(day + 1)).revised(random.nextInt(3)));
            }
            if (random.nextInt(6) == 0) {
                readings.add(readings.get(random.nextInt(readings.size())));
            }
        }
        for (int moves = random.nextInt(2 * readings.size()); moves > 0; moves--) {
            readings.add(random.nextInt(readings.size()), readings.remove(random.nextInt(readings.size())));
        }
        List<Batch> log = new ArrayList<>();
        for (int from = 0; from < readings.size(); ) {
            int to = Math.min(readings.size(), from + 1 + random.nextInt(12));
            Optional<String> reason = random.nextInt(8) == 0 ? Optional.of("重新统计 " + seed) : Optional.empty();
            log.add(new Batch(
                    new BatchHead("b" + seed + "-" + log.size(), "jwxt", recorded, random.nextInt(4) == 0, reason),
                    numbered(readings.subList(from, to))));
            from = to;
        }
        return log;
    }

    private static List<Reading> numbered(List<Reading> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    Reading r = rows.get(i);
                    return new Reading(
                            r.series(), r.at(), r.position(), r.numerator(), r.denominator(), r.revision(), i + 1);
                })
                .toList();
    }

    private static Reading reading(int seed, Random random, int day) {
        long at = BEGIN.plus(Duration.ofDays(day)).toEpochMilli();
        double value = VALUES[random.nextInt(VALUES.length)];
        if (random.nextBoolean()) {
            Series series = Series.named(RATIOS.get(random.nextInt(RATIOS.size())), "c" + seed);
            long whole = (20 + random.nextInt(40)) * Micros.ONE;
            return Reading.ratio(series, at, Math.round(whole * value / 100), whole, 100, 1);
        }
        Series series = Series.named(PLAINS.get(random.nextInt(PLAINS.size())), "c" + seed);
        return Reading.plain(series, at, Math.round(value * Micros.ONE), 1);
    }
}
