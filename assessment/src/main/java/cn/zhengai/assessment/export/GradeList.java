package cn.zhengai.assessment.export;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.measure.Fraction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The list of grades as CSV: UTF-8 with BOM (so that Excel reads Chinese), RFC 4180, one line per department. The exact
 * figure stands as numerator and denominator in two columns, for a spreadsheet would take 9/10 for a day in September. A
 * name that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class GradeList {
    static final List<String> HEADER =
            List.of("周期", "部门编号", "部门", "目标达成度(%)", "精确值分子", "精确值分母", "等级", "不计无数据目标(%)", "目标数", "无数据目标数", "周期状态");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private GradeList() {}

    static void write(CollegeAssessment assessment, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, HEADER);
        for (DepartmentAssessment department : assessment.departments()) {
            line(text, fields(assessment, department));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> fields(CollegeAssessment assessment, DepartmentAssessment department) {
        Optional<Fraction> achievement = department.achievement();
        return List.of(
                harmless(assessment.cycle().id()),
                harmless(department.unit()),
                harmless(department.name()),
                achievement.map(Shown::percent).orElse(""),
                achievement.map(a -> a.numerator().toString()).orElse(""),
                achievement.map(a -> a.denominator().toString()).orElse(""),
                department.grade().map(Grade::chinese).orElse("未评"),
                department.achievementKnownOnly().map(Shown::percent).orElse(""),
                Integer.toString(department.goals().size()),
                Integer.toString(department.unknownGoals().size()),
                assessment.standing());
    }

    private static void line(StringBuilder text, List<String> fields) {
        text.append(fields.stream().map(GradeList::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String harmless(String name) {
        return !name.isEmpty() && FORMULA_STARTS.indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    private static String quoted(String field) {
        boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
