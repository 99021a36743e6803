package cn.zhengai.benchmarks.college;

import cn.zhengai.core.catalogue.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A catalogue of very many control points on all five levels, as a college would write it: ratios, codes, ranges and plain
 * figures, later versions, values of units, groups and subjects, goals, sources that name their points. There is nothing
 * wrong with it.
 */
public final class ManyPoints {
    private static final int DEPARTMENTS = 20;
    private static final int FILES = 4;
    private static final int MOST_GOALS = 50;

    private final int points;

    /** @param points of all levels together; a multiple of two hundred, at most as many as 10,000 */
    public ManyPoints(int points) {
        this.points = points;
    }

    /** Writes the catalogue. */
    public void write(Path folder) throws IOException {
        write(folder, "college.yaml", COLLEGE);
        write(folder, "organisation.yaml", organisation());
        for (Level level : Level.values()) {
            String name = level.name().toLowerCase(Locale.ROOT);
            write(folder, "subjects/" + name + ".yaml", subjects(name));
            int each = points / Level.values().length / FILES;
            for (int file = 0; file < FILES; file++) {
                write(folder, "points/" + name + file + ".yaml", points(name, file * each, each));
            }
            write(folder, "sources/" + name + ".yaml", sources(name, each * FILES));
        }
        for (int d = 0; d < DEPARTMENTS; d++) {
            write(folder, line("goals/d%02d.yaml", d), goals(d, points / Level.values().length));
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private static String organisation() {
        StringBuilder text = new StringBuilder("""
                units:
                  - {id: wyh, name: 质量管理委员会, kind: committee, contacts: [{mail: wyh@college.example}]}
                """);
        for (int d = 0; d < DEPARTMENTS; d++) {
            text.append(line("  - {id: d%02d, name: 第%d系, kind: department, parent: wyh, head: 主任%d}\n", d, d + 1, d));
        }
        return text.toString();
    }

    private String subjects(String level) {
        StringBuilder text = new StringBuilder("level: " + level + "\nsubjects:\n");
        for (int s = 0; s < points * 3 / 25; s++) {
            text.append(line(
                    "  - {id: %1$s-%2$d, name: 主体%1$s%2$d, unit: d%3$02d, groups: [%4$s], aliases: [A-%1$s-%2$d]}\n",
                    level, s, s % DEPARTMENTS, s % 2 == 0 ? "理工" : "文经"));
        }
        return text.toString();
    }

    private static String points(String level, int from, int count) {
        StringBuilder text = new StringBuilder("level: " + level + "\npoints:\n");
        for (int p = from; p < from + count; p++) {
            text.append(line(
                    "  - id: %1$s.p%2$d\n    name: 质控点%1$s%2$d\n    cadence: %3$s\n    weight: 10\n    owner: d%4$02d\n",
                    level, p, p % 3 == 0 ? "monthly" : "daily", p % DEPARTMENTS));
            text.append(VALUES[p % VALUES.length]);
            if (p % 20 == 1) {
                text.append(line(DETAIL, p % DEPARTMENTS, level));
            }
        }
        return text.toString();
    }

    private static String sources(String level, int count) {
        StringBuilder text = new StringBuilder("sources:\n");
        int each = count / 10;
        for (int p = 0; p < count; p++) {
            if (p % each == 0) {
                text.append(line(SOURCE, level, p / each));
            }
            String columns = p % VALUES.length == 0 ? "numerator: n%1$d, denominator: d%1$d" : "value: v%1$d";
            text.append(line("      - {point: %s.p%d, %s, optional: true}\n", level, p, line(columns, p)));
        }
        return text.toString();
    }

    private static String goals(int department, int pointsOfCourses) {
        StringBuilder text = new StringBuilder(line("cycle: \"2026\"\nunit: d%02d\ngoals:\n", department));
        int quotients = pointsOfCourses / VALUES.length;
        int goals = Math.min(MOST_GOALS, quotients);
        for (int g = 0; g < goals; g++) {
            int point = VALUES.length * ((department * goals + g) % quotients);
            text.append(line(
                    "  - {id: d%1$02d-g%2$d, name: 目标%2$d, kind: key, weight: %6$d, %3$s: {point: course.p%4$d%5$s}}\n",
                    department, g, g % 2 == 0 ? "met" : "ratio", point, g % 2 == 0 ? "" : ", target: 98", 100 / goals));
        }
        return text.toString();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static final String[] VALUES = {"""
            unit: "%"
            direction: higher
            roll-up: ratio
            plausible: 0..100
            target: ">= 98"
            standard: ">= 95"
            warning: "< 90"
        """, """
            unit: 分
            direction: higher
            roll-up: mean
            plausible: 0..100
            target: 92
            standard: 85
            warning: 75
            hold: 2
        """, """
            unit: 次
            direction: lower
            roll-up: sum
            plausible: ">= 0"
            target: 0
            standard: 2
            warning: 4
        """, """
            codes: [差, 中, 良, 优]
            direction: higher
            roll-up: last
            target: 优
            standard: 良
            warning: 差
        """};

    private static final String DETAIL = """
                versions:
                  - {from: 2026-09-01, target: 93, standard: 86}
                overrides:
                  - {unit: d%1$02d, target: 91, standard: 84}
                  - {group: 理工, target: 90, standard: 83}
                  - {group: 文经, target: 91, standard: 84}
                  - {subject: %2$s-7, standard: 82}
            """;

    private static final String SOURCE = """
              - id: %1$s-s%2$d
                name: 来源%1$s%2$d
                owner: d00
                subject: "{主体}"
                time: {column: 时间}
                measures:
            """;

    private static final String COLLEGE = """
            name: 万点学院
            lead-offices: {school: d00, program: d00, course: d00, teacher: d00, student: d00}
            cycles:
              - {id: "2025", name: 2025年度, kind: year, from: 2025-01-01, to: 2025-12-31}
              - {id: "2026", name: 2026年度, kind: year, from: 2026-01-01, to: 2026-12-31}
              - {id: 2025-spring, name: 2025年春季学期, kind: term, from: 2025-02-16, to: 2025-07-31}
              - {id: 2025-autumn, name: 2025年秋季学期, kind: term, from: 2025-08-01, to: 2026-02-15}
              - {id: 2026-spring, name: 2026年春季学期, kind: term, from: 2026-02-16, to: 2026-07-31}
              - {id: 2026-autumn, name: 2026年秋季学期, kind: term, from: 2026-08-01, to: 2027-02-15}
            """;
}
