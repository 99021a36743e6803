package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One fault put into an otherwise sound folder. The place where it must be found is marked with {@code ▲} in the text.
 *
 * @param says part of the sentence that must be told
 */
record Fault(Code code, String file, String text, String says) {
    private static final char MARK = '▲';

    static final Map<String, String> SOUND = sound();

    private static Map<String, String> sound() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("college.yaml", """
                name: 试验学院
                lead-offices: {school: jwc, program: jwc, course: jwc, teacher: rsc, student: rsc}
                cycles:
                  - {id: "2026", kind: year, from: 2026-01-01, to: 2026-12-31}
                """);
        files.put("organisation.yaml", """
                units:
                  - {id: zlw, name: 质量管理委员会, kind: committee, contacts: [{mail: zlw@a.example}]}
                  - {id: jwc, name: 教务处, kind: department, parent: zlw, head: 周明远}
                  - {id: rsc, name: 人事处, kind: department, parent: zlw, head: 李文澜}
                  - {id: lsx, name: 历史系, kind: department, parent: zlw, to: 2024-12-31, head: 褚青禾}
                """);
        files.put("subjects/course.yaml", """
                level: course
                unit: jwc
                subjects:
                  - {id: C1, name: 高等数学, groups: [理论课], aliases: [A001]}
                  - {id: C2, name: 软件实训}
                """);
        files.put("subjects/teacher.yaml", """
                level: teacher
                subjects:
                  - {id: T1, name: 周明远, unit: jwc}
                """);
        files.put("points/course.yaml", """
                level: course
                points:
                  - {id: course.attendance, name: 签到率, unit: "%", direction: higher, roll-up: ratio, cadence: daily,
                     weight: 10, owner: jwc, plausible: 0..100, target: 98, standard: 95, warning: 90}
                  - {id: course.score, name: 评教分, unit: 分, direction: higher, roll-up: mean, cadence: monthly,
                     weight: 10, target: 90, standard: 80, warning: 70}
                  - {id: course.off, name: 停用的, unit: 分, direction: higher, roll-up: mean, cadence: monthly,
                     weight: 10, target: 90, standard: 80, warning: 70, enabled: false, applies-to: [理论课]}
                """);
        files.put("points/teacher.yaml", """
                level: teacher
                points:
                  - {id: teacher.ethics, name: 师德, codes: [差, 中, 良, 优], direction: higher, roll-up: last,
                     cadence: yearly, weight: 10, target: 优, standard: 良, warning: 差}
                """);
        files.put("sources/any.yaml", """
                sources:
                  - {id: any, name: 通用, owner: jwc, subject: "{s}", time: {column: at},
                     measures: [{point: "{p}", value: v, numerator: n, denominator: d}]}
                """);
        return files;
    }

    /** A fault of the only control point of a file. */
    static Fault ofPoint(Code code, String fields, String says) {
        String text =
                "level: course\npoints:\n  - {id: course.x, name: 试验, cadence: daily, weight: 10, " + fields + "}\n";
        return new Fault(code, "points/x.yaml", text, says);
    }

    /** A fault of the only goal of a file. */
    static Fault ofGoal(Code code, String fields, String says) {
        String text =
                "cycle: \"2026\"\nunit: jwc\ngoals:\n  - {id: g1, name: 目标, kind: key, weight: 100, " + fields + "}\n";
        return new Fault(code, "goals/x.yaml", text, says);
    }

    /** A fault of the only source of a file. */
    static Fault ofSource(Code code, String fields, String says) {
        String text = "sources:\n  - {id: s1, name: 来源, " + (fields.contains("owner:") ? "" : "owner: jwc, ") + fields
                + "}\n";
        return new Fault(code, "sources/x.yaml", text, says);
    }

    static void write(Path folder, Map<String, String> files) {
        files.forEach((file, text) -> {
            try {
                Path target = folder.resolve(file);
                Files.createDirectories(target.getParent());
                Files.writeString(target, text);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** The one finding of the folder is this fault, at the marked place. */
    void isFoundIn(Path folder) {
        write(folder, SOUND);
        write(folder, Map.of(file, text.replace(String.valueOf(MARK), "")));
        CatalogueReading reading = CatalogueFolder.read(folder);
        assertThat(reading.findings()).hasSize(1);
        Finding found = reading.findings().get(0);
        assertThat(found.toString()).startsWith(place() + ": " + (found.isError() ? "错误" : "警告"));
        assertThat(found.code()).isEqualTo(code);
        assertThat(found.sentence()).contains(says).endsWith("。").doesNotContain("Optional", "null");
        assertThat(reading.catalogue().isEmpty()).isEqualTo(found.isError());
    }

    private String place() {
        String before = text.substring(0, text.indexOf(MARK));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return file + ":" + line + ":" + (before.length() - before.lastIndexOf('\n'));
    }

    @Override
    public String toString() {
        return code + " " + says;
    }
}
