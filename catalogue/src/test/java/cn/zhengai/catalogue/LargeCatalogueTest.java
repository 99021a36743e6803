package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.catalogue.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A college ten times the size of most, and one with a fault in every line. How long the lint takes is measured in benchmarks. */
class LargeCatalogueTest {
    private static final int POINTS = 5_000;
    private static final int SUBJECTS = 15_000;
    private static final int GOALS = 1_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void fiveThousandPointsAndFifteenThousandSubjects() {
        write("jwc", "course.p");
        CatalogueReading reading = CatalogueFolder.read(folder);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.catalogue().orElseThrow().subjectsOf(Level.STUDENT)).hasSize(SUBJECTS);
        assertThat(reading.catalogue().orElseThrow().points()).hasSizeGreaterThan(POINTS);
    }

    @Test
    @Timeout(180)
    void aFaultInEveryLine() {
        write("jwcc", "course.q");
        assertThat(CatalogueFolder.read(folder).findings()).hasSizeGreaterThanOrEqualTo(SUBJECTS + GOALS);
    }

    private void write(String unit, String goalPoint) {
        Fault.write(folder, Fault.SOUND);
        Fault.write(
                folder,
                Map.of(
                        "points/large.yaml",
                        list("level: course\npoints:\n", POINTS, i -> """
                                  - id: course.p%1$s
                                    name: 质控点%1$s
                                    unit: "%%"
                                    direction: higher
                                    roll-up: ratio
                                    cadence: daily
                                    weight: 10
                                    owner: jwc
                                    plausible: 0..100
                                    target: ">= 98"
                                    standard: ">= 95"
                                    warning: "< 90"
                                """.formatted(i)),
                        "subjects/large.yaml",
                        list(
                                "level: student\nsubjects:\n",
                                SUBJECTS,
                                i -> "  - {id: S%s, name: 学生%s, unit: %s, aliases: [B%s], groups: [新生]}\n"
                                        .formatted(i, i, unit, i)),
                        "goals/large.yaml",
                        list(
                                "cycle: 2026\nunit: jwc\ngoals:\n",
                                GOALS,
                                i -> "  - {id: g%s, name: 目标%s, kind: key, weight: 0.1, met: {point: %s%s}}\n"
                                        .formatted(i, i, goalPoint, i))));
    }

    private static String list(String head, int count, IntFunction<String> entry) {
        return IntStream.range(0, count).mapToObj(entry).collect(Collectors.joining("", head, ""));
    }
}
