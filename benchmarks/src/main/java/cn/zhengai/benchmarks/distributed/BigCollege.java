package cn.zhengai.benchmarks.distributed;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A college of so many courses with one ratio each, and readings of all of them in turn, an hour apart. */
record BigCollege(int series) {
    private static final int BATCH = 5_000;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant RECORDED = Instant.parse("2026-11-20T00:00:00Z");

    void catalogue(Path data) throws IOException {
        Path catalogue = data.resolve("catalogue");
        for (String folder : List.of("points", "subjects", "sources")) {
            Files.createDirectories(catalogue.resolve(folder));
        }
        Files.writeString(catalogue.resolve("college.yaml"), """
                name: 大学院
                zone: Asia/Shanghai
                lead-offices: {school: jwc, program: jwc, course: jwc, teacher: jwc, student: jwc}
                cycles:
                  - {id: "2026", name: 2026 年度, kind: year, from: "2026-01-01", to: "2026-12-31"}
                """);
        Files.writeString(catalogue.resolve("organisation.yaml"), """
                units:
                  - {id: zlw, name: 质量管理委员会, kind: committee}
                  - {id: jwc, name: 教务处, kind: department, parent: zlw, contacts: [{mail: jwc@example.edu.cn}]}
                """);
        Files.writeString(catalogue.resolve("points/course.yaml"), """
                level: course
                points:
                  - {id: p, name: 出勤率, unit: "%", direction: higher, roll-up: ratio, cadence: yearly, weight: 100, owner: jwc, target: 98, standard: 95, warning: 90, hold: 3}
                """);
        Files.writeString(catalogue.resolve("sources/push.yaml"), """
                sources:
                  - {id: jwxt, name: 教务系统, owner: jwc, subject: "{subject}", time: {column: at}, measures: [{point: "{point}", value: value}]}
                """);
        try (Writer out = Files.newBufferedWriter(catalogue.resolve("subjects/course.yaml"))) {
            out.write("level: course\nunit: jwc\nsubjects:\n");
            for (int i = 0; i < series; i++) {
                out.write("  - {id: c" + i + ", name: 课程" + i + "}\n");
            }
        }
    }

    /** The readings with these numbers, in order; every three hundredth is below the warning line. */
    List<Batch> batches(SeriesIndex index, long from, long until) {
        List<Batch> batches = new ArrayList<>();
        for (long first = from; first < until; first += BATCH) {
            List<Reading> rows = new ArrayList<>(BATCH);
            for (long n = first; n < Math.min(until, first + BATCH); n++) {
                long present = n % 300 == 0 ? 30 : 39;
                rows.add(Reading.ratio(
                        index.of("p", "c" + n % series),
                        BEGIN.toEpochMilli() + n / series * HOUR,
                        present * Micros.ONE,
                        40 * Micros.ONE,
                        100,
                        rows.size() + 1));
            }
            batches.add(new Batch(new BatchHead("b" + first, "jwxt", RECORDED.plusMillis(first / BATCH), false), rows));
        }
        return batches;
    }
}
