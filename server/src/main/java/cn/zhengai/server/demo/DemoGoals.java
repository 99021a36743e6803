package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.measure.Fraction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the departments of a demo college set out to do in a year, and which tasks they have done by a day. */
final class DemoGoals {
    private static final List<String> KEY_TASKS =
            List.of("完成“十五五”规划任务分解", "完成专业人才培养方案修订", "建成校级质量监测数据接口", "完成年度质量报告编制", "完成双高建设中期自查", "推进产教融合项目落地");
    private static final List<String> ROUTINE_TASKS = List.of(
            "制度文件修订", "岗位标准完善", "季度自查", "档案归集", "安全检查", "师生满意度调查", "预算执行分析", "教研活动记录", "信息公开更新", "期末总结", "台账更新",
            "培训组织");
    private static final List<String> EXTRA_TASKS = List.of("配合上级专项检查", "承办省级技能竞赛", "迎接办学条件核查");

    private final Catalogue starter;
    private final Dice dice;
    private final LocalDate today;

    DemoGoals(Catalogue starter, Dice dice, LocalDate today) {
        this.starter = starter;
        this.dice = dice;
        this.today = today;
    }

    /** @param students whether students belong to it; {@code quality} between 0 and 1 */
    record Standing(boolean teaches, boolean students, double quality) {}

    List<Goal> of(OrgUnit department, String cycle, Standing standing) {
        double quality = standing.quality();
        Cycle year = starter.cycle(cycle).orElseThrow();
        List<Goal> goals = new ArrayList<>();
        goals.add(tasks(department, year, Goal.TaskKind.KEY, KEY_TASKS.subList(0, 5), quality));
        goals.add(tasks(department, year, Goal.TaskKind.ROUTINE, ROUTINE_TASKS, quality));
        if (dice.roll("extra/" + department.id() + cycle, 0, 3) == 0) {
            goals.add(tasks(department, year, Goal.TaskKind.ADDITIONAL, EXTRA_TASKS, quality));
        }
        if (standing.teaches()) {
            ratioPoints(Level.COURSE, 2).forEach(p -> goals.add(ratio(department, year, p)));
            metPoint(Level.TEACHER).ifPresent(p -> goals.add(met(department, year, p)));
        }
        if (standing.students()) {
            metPoint(Level.STUDENT).ifPresent(p -> goals.add(met(department, year, p)));
        }
        return goals;
    }

    private List<ControlPoint> ratioPoints(Level level, int most) {
        return starter.pointsOf(level).stream()
                .filter(p ->
                        p.enabled() && p.rollUp() == RollUp.RATIO && p.unit().scale() == 100)
                .limit(most)
                .toList();
    }

    private Optional<ControlPoint> metPoint(Level level) {
        return starter.pointsOf(level).stream()
                .filter(p -> p.enabled()
                        && (p.rollUp() == RollUp.MEAN || p.rollUp() == RollUp.LAST)
                        && p.unit().codes().isEmpty())
                .findFirst();
    }

    private static Goal ratio(OrgUnit department, Cycle year, ControlPoint point) {
        Fraction target =
                Fraction.ofMicros(point.versions().get(0).lines().target().figure());
        return new Goal(
                id(department, year, point.id()),
                point.name() + "达到目标值",
                year.id(),
                department.id(),
                Goal.TaskKind.KEY,
                Fraction.of(15),
                new Goal.Ratio(point.id(), target, Fraction.HUNDRED));
    }

    private static Goal met(OrgUnit department, Cycle year, ControlPoint point) {
        return new Goal(
                id(department, year, point.id()),
                point.level().chinese() + point.name() + "达标人数占比",
                year.id(),
                department.id(),
                Goal.TaskKind.ROUTINE,
                Fraction.of(10),
                new Goal.Met(point.id(), Optional.empty()));
    }

    private Goal tasks(OrgUnit department, Cycle year, Goal.TaskKind kind, List<String> names, double quality) {
        List<Goal.Task> tasks = new ArrayList<>();
        long days = ChronoUnit.DAYS.between(year.from(), year.until());
        for (int i = 0; i < names.size(); i++) {
            LocalDate due = year.from().plusDays(days * (i + 1) / (names.size() + 1));
            LocalDate done = due.minusDays(dice.roll("early/" + department.id() + names.get(i), i, 20));
            double effort = dice.uniform("done/" + department.id() + year.id() + kind, i);
            boolean managed = effort < quality + 0.11 && !done.isAfter(today);
            tasks.add(new Goal.Task(
                    names.get(i),
                    due,
                    managed ? Optional.of(done) : Optional.empty(),
                    managed
                            ? Optional.of("档案号 " + department.id() + "-" + year.id() + "-" + (i + 1))
                            : Optional.empty()));
        }
        return new Goal(
                id(department, year, kind.name().toLowerCase(java.util.Locale.ROOT)),
                kind.chinese(),
                year.id(),
                department.id(),
                kind,
                Fraction.of(kind == Goal.TaskKind.KEY ? 30 : 20),
                new Goal.Tasks(tasks));
    }

    private static String id(OrgUnit department, Cycle year, String rest) {
        return year.id() + "." + department.id() + "." + rest;
    }
}
