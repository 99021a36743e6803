package cn.zhengai.assessment.export;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.Measured;
import cn.zhengai.assessment.breakdown.TaskResult;
import cn.zhengai.assessment.export.SheetWriter.Column;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.core.measure.Fraction;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** The workbook of an assessment: 考核结果, 目标明细, 主体明细, 任务明细, 说明. Days and times are in the college's zone. */
final class AssessmentWorkbook {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private final CollegeAssessment assessment;

    AssessmentWorkbook(CollegeAssessment assessment) {
        this.assessment = assessment;
    }

    /** Does not close the stream. */
    void write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Zhengai", "1.0");
        grades(workbook);
        goals(workbook);
        subjects(workbook);
        tasks(workbook);
        origin(workbook);
        workbook.finish();
    }

    private void grades(Workbook workbook) throws IOException {
        SheetWriter sheet = new SheetWriter(
                workbook,
                "考核结果",
                List.of(
                        new Column("部门", 28),
                        new Column("目标达成度(%)", 14),
                        new Column("等级", 12),
                        new Column("精确值", 28),
                        new Column("不计无数据目标(%)", 18),
                        new Column("目标数", 9),
                        new Column("无数据目标数", 13),
                        new Column("算式", 60),
                        new Column("周期状态", 26)));
        for (DepartmentAssessment department : assessment.departments()) {
            sheet.add(List.of(
                    Optional.of(department.name()),
                    cut(department.achievement()),
                    Optional.of(grade(department)),
                    department.achievement().map(Fraction::toString),
                    cut(department.achievementKnownOnly()),
                    Optional.of(department.goals().size()),
                    Optional.of(department.unknownGoals().size()),
                    Optional.of(department.formula()),
                    Optional.of(assessment.standing())));
        }
        sheet.finish();
    }

    /** The grade of a running cycle says so in its own cell, too: cells are copied. */
    private String grade(DepartmentAssessment department) {
        return department
                .grade()
                .map(g -> assessment.running().isPresent() ? g.chinese() + "（进行中）" : g.chinese())
                .orElse("未评");
    }

    private void goals(Workbook workbook) throws IOException {
        SheetWriter sheet = new SheetWriter(
                workbook,
                "目标明细",
                List.of(
                        new Column("单位", 24),
                        new Column("目标", 32),
                        new Column("类别", 18),
                        new Column("计分方式", 16),
                        new Column("权重", 8),
                        new Column("质控点", 24),
                        new Column("实际值", 14),
                        new Column("目标值", 14),
                        new Column("达成度(%)", 12),
                        new Column("精确值", 24),
                        new Column("适用主体数", 11),
                        new Column("有数据主体数", 13),
                        new Column("算式", 60)));
        for (DepartmentAssessment unit : units()) {
            for (GoalResult goal : unit.goals()) {
                sheet.add(goal(unit, goal));
            }
        }
        sheet.finish();
    }

    private static List<Optional<?>> goal(DepartmentAssessment unit, GoalResult goal) {
        Optional<Measured> measured = goal.measured();
        return List.of(
                Optional.of(unit.name()),
                Optional.of(goal.name()),
                Optional.of(goal.taskKind().chinese()),
                Optional.of(goal.scoring().chinese()),
                Optional.of(Shown.number(goal.weight())),
                measured.map(Measured::pointName),
                goal.actual().map(Shown::number),
                goal.target().map(Shown::number),
                cut(goal.achievement()),
                goal.achievement().map(Fraction::toString),
                measured.map(m -> m.figure().applicable()),
                measured.map(m -> m.figure().read()),
                Optional.of(goal.formula()));
    }

    private void subjects(Workbook workbook) throws IOException {
        SheetWriter sheet = new SheetWriter(
                workbook,
                "主体明细",
                List.of(
                        new Column("单位", 24),
                        new Column("目标", 32),
                        new Column("质控点", 24),
                        new Column("主体编号", 16),
                        new Column("主体", 24),
                        new Column("数值", 12),
                        new Column("精确值", 20),
                        new Column("状态", 10),
                        new Column("是否达到", 10),
                        new Column("采集次数", 10),
                        new Column("最近采集时间", 20),
                        new Column("最近采集行号", 13)));
        for (DepartmentAssessment unit : units()) {
            for (GoalResult goal : unit.goals()) {
                if (goal.measured().isPresent()) {
                    for (SubjectFigure subject : goal.measured().get().subjects()) {
                        sheet.add(subject(unit, goal, goal.measured().get(), subject));
                    }
                }
            }
        }
        sheet.finish();
    }

    private List<Optional<?>> subject(
            DepartmentAssessment unit, GoalResult goal, Measured measured, SubjectFigure subject) {
        return List.of(
                Optional.of(unit.name()),
                Optional.of(goal.name()),
                Optional.of(measured.pointName()),
                Optional.of(subject.subject()),
                Optional.of(subject.name()),
                cut(subject.value()),
                subject.value().map(Fraction::toString),
                Optional.of(subject.band().chinese()),
                subject.value().map(known -> subject.meets() ? "是" : "否"),
                Optional.of(subject.count()),
                subject.lastAt().map(this::local),
                subject.lastAt().map(read -> subject.lastRow()));
    }

    private void tasks(Workbook workbook) throws IOException {
        SheetWriter sheet = new SheetWriter(
                workbook,
                "任务明细",
                List.of(
                        new Column("单位", 24),
                        new Column("目标", 32),
                        new Column("任务", 40),
                        new Column("期限", 12),
                        new Column("完成日期", 12),
                        new Column("状态", 12),
                        new Column("佐证", 40)));
        for (DepartmentAssessment unit : units()) {
            for (GoalResult goal : unit.goals()) {
                for (TaskResult task : goal.tasks()) {
                    sheet.add(List.of(
                            Optional.of(unit.name()),
                            Optional.of(goal.name()),
                            Optional.of(task.name()),
                            Optional.of(task.due().toString()),
                            task.doneOn().map(Object::toString),
                            Optional.of(task.standing().chinese()),
                            task.evidence()));
                }
            }
        }
        sheet.finish();
    }

    private void origin(Workbook workbook) throws IOException {
        SheetWriter sheet = new SheetWriter(workbook, "说明", List.of(new Column("项目", 18), new Column("内容", 80)));
        sheet.add(row("学校", assessment.college()));
        sheet.add(row("诊改周期", assessment.cycle().name()));
        sheet.add(row("周期状态", assessment.standing()));
        sheet.add(row("数据截至", local(assessment.asOf())));
        if (assessment.knowledge().isPresent()) {
            sheet.add(row("数据范围", assessment.knowledge().get().chinese()));
        }
        sheet.add(row("计算时间", local(assessment.computedAt())));
        if (assessment.version().isPresent()) {
            sheet.add(row("依据", assessment.version().get().sentence()));
        }
        sheet.add(row("目录摘要", assessment.catalogueDigest()));
        sheet.add(row("结果摘要", assessment.digest()));
        sheet.add(row("等级依据", "第十一条：目标达成度<80% 不达标；80%≤目标达成度<90% 基本达标；≥90% 达标。等级按未舍入的精确值评定，显示值一律截去尾数，不四舍五入。"));
        sheet.add(row("无数据目标", "按 0 计入目标达成度并据此评定等级；“不计无数据目标”一列仅供参考。"));
        sheet.finish();
    }

    private static List<Optional<?>> row(String title, String content) {
        return List.of(Optional.of(title), Optional.of(content));
    }

    private List<DepartmentAssessment> units() {
        return Stream.concat(assessment.departments().stream(), assessment.otherUnits().stream())
                .toList();
    }

    private String local(Instant instant) {
        return TIME.format(instant.atZone(assessment.zone()));
    }

    private static Optional<BigDecimal> cut(Optional<Fraction> figure) {
        return figure.map(f -> f.cut(2));
    }
}
