package cn.zhengai.server.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A college of one department and some courses, with one webhook, as files. */
final class SmallCollege {
    static final String POINT = "course.attendance";
    static final int COURSES = 20;

    private SmallCollege() {}

    static void write(Path data, int hookPort) throws IOException {
        Path catalogue = data.resolve("catalogue");
        for (String folder : new String[] {"points", "subjects", "sources"}) {
            Files.createDirectories(catalogue.resolve(folder));
        }
        Files.writeString(
                data.resolve("zhengai.yaml"), "webhooks:\n  duty: {url: \"http://127.0.0.1:" + hookPort + "/hook\"}\n");
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
                  - {id: jwc, name: 教务处, kind: department, parent: zlw, contacts: [{webhook: duty}]}
                """);
        Files.writeString(catalogue.resolve("points/course.yaml"), """
                level: course
                points:
                  - {id: course.attendance, name: 学生签到率, unit: "%", direction: higher, roll-up: ratio, cadence: daily, weight: 1, owner: jwc, plausible: 0..100, target: 98, standard: 95, warning: 90, hold: 2, calm: 2}
                """);
        StringBuilder subjects = new StringBuilder("level: course\nunit: jwc\nsubjects:\n");
        for (int i = 0; i < COURSES; i++) {
            subjects.append("  - {id: C")
                    .append(i)
                    .append(", name: 课程")
                    .append(i)
                    .append("}\n");
        }
        Files.writeString(catalogue.resolve("subjects/course.yaml"), subjects.toString());
        Files.writeString(catalogue.resolve("sources/push.yaml"), """
                sources:
                  - {id: jwxt, name: 教务系统, subject: "{subject}", time: {column: at}, measures: [{point: "{point}", numerator: numerator, denominator: denominator}]}
                  - {id: telegraf, name: 行协议, subject: "{subject}", time: {column: _time, format: epoch-ms}, measures: [{point: "{_measurement}", numerator: numerator, denominator: denominator}]}
                """);
    }
}
