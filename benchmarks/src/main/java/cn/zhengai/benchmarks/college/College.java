package cn.zhengai.benchmarks.college;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.core.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A college of twenty departments as catalogue files. All points are of courses; every fifth is a ratio. Each department
 * has nine goals of the year 2025 on points (together they use every point) and one of tasks.
 */
public final class College {
    /** The cycle the goals are of; it lies in the past, so that every reading of it is welcome. */
    public static final String CYCLE = "2025";

    private static final int DEPARTMENTS = 20;
    private static final int GOALS = 9;

    private final Size size;

    public College(Size size) {
        this.size = size;
    }

    /** Id of a point. */
    public static String point(int p) {
        return "p" + String.valueOf(1_000 + p).substring(1);
    }

    /** Id of a subject. */
    public static String subject(int s) {
        return "s" + String.valueOf(100_000 + s).substring(1);
    }

    static boolean ratio(int p) {
        return p % 5 == 0;
    }

    /**
     * Writes the catalogue.
     *
     * @param contact how the committee is told of warnings, in YAML; empty: nobody is told
     */
    public void write(Path folder, String contact) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("college.yaml"), COLLEGE);
        Files.writeString(folder.resolve("organisation.yaml"), organisation(contact));
        write(folder.resolve("points"), "course.yaml", points());
        write(folder.resolve("subjects"), "course.yaml", subjects());
        write(folder.resolve("sources"), "push.yaml", SOURCES);
        write(folder.resolve("goals"), "goals.yaml", goals());
    }

    /** Written to a folder and read back. */
    public Catalogue catalogue(Path folder) throws IOException {
        write(folder, "");
        var reading = CatalogueFolder.read(folder);
        return reading.catalogue()
                .orElseThrow(() -> new IllegalStateException("our own catalogue: " + reading.findings()));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
    }

    private static String organisation(String contact) {
        StringBuilder text = new StringBuilder("units:\n  - {id: wyh, name: 质量管理委员会, kind: committee"
                + (contact.isEmpty() ? "" : ", contacts: [" + contact + "]") + "}\n");
        for (int d = 0; d < DEPARTMENTS; d++) {
            text.append(line("  - {id: d%02d, name: 第%d系, kind: department, parent: wyh}", d, d + 1));
        }
        return text.toString();
    }

    private String points() {
        StringBuilder text = new StringBuilder("level: course\npoints:\n");
        for (int p = 0; p < size.points(); p++) {
            String kind =
                    ratio(p) ? "unit: \"%\", roll-up: ratio" : "unit: 分, roll-up: " + (p % 5 == 1 ? "last" : "mean");
            text.append("  - {id: ")
                    .append(point(p))
                    .append(", name: 质控点")
                    .append(p)
                    .append(", ")
                    .append(kind);
            text.append(", direction: higher, cadence: daily, weight: 1, owner: d00, plausible: 0..100,"
                    + " target: \">= 95\", standard: \">= 85\", warning: \"< 60\"}\n");
        }
        return text.toString();
    }

    private String subjects() {
        StringBuilder text = new StringBuilder("level: course\nsubjects:\n");
        for (int s = 0; s < size.subjects(); s++) {
            text.append(line("  - {id: %s, name: 课程%d, unit: d%02d}", subject(s), s, s % DEPARTMENTS));
        }
        return text.toString();
    }

    private String goals() {
        StringBuilder text = new StringBuilder("cycle: \"" + CYCLE + "\"\ngoals:\n");
        for (int d = 0; d < DEPARTMENTS; d++) {
            for (int g = 0; g < GOALS; g++) {
                String point = point((d * GOALS + g) % size.points());
                String scoring =
                        g % 3 == 2 ? "met: {point: " + point + "}" : "ratio: {point: " + point + ", target: 95}";
                text.append(line(
                        "  - {id: d%02d-g%d, name: 目标%d, unit: d%02d, kind: key, weight: 10, %s}",
                        d, g, g + 1, d, scoring));
            }
            text.append(line(
                    "  - {id: d%02d-t, name: 重点任务, unit: d%02d, kind: routine, weight: 10,"
                            + " tasks: [{name: 甲, due: 2025-06-30, done: 2025-06-01, evidence: 文件},"
                            + " {name: 乙, due: 2025-12-31}]}",
                    d, d));
        }
        return text.toString();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }

    private static final String COLLEGE = """
            name: 基准学院
            zone: Asia/Shanghai
            lead-offices: {school: d00, program: d00, course: d00, teacher: d00, student: d00}
            cycles:
              - {id: "2025", name: 2025年度, kind: year, from: 2025-01-01, to: 2025-12-31}
            """;

    private static final String SOURCES = """
            sources:
              - id: push
                name: 推送
                subject: "{subject}"
                time: {column: at, format: iso}
                measures:
                  - {point: "{point}", value: value, numerator: numerator, denominator: denominator, unit: unit}
              - id: files
                name: 文件
                subject: "{subject}"
                time: {column: at, format: epoch-ms}
                measures:
                  - {point: "{point}", value: value, numerator: numerator, denominator: denominator}
            """;
}
