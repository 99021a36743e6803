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
    private static final int KEY = 5;
    private static final int ROUTINE = 12;
    private static final int EXTRA = 3;
    private static final List<String> TEACHING_KEY = List.of(
            "完成专业人才培养方案修订",
            "建成一门省级在线精品课程",
            "推进产教融合实训基地建设",
            "完成专业群建设中期自查",
            "签订三家校企合作协议",
            "完成课程思政示范课评选",
            "开出全部计划内实训项目",
            "完成一部新形态教材",
            "组织学生参加省级技能竞赛",
            "完成毕业生跟踪调查");
    private static final List<String> OFFICE_KEY = List.of(
            "完成“十五五”规划任务分解",
            "建成校级质量监测数据接口",
            "完成年度质量报告编制",
            "修订部门岗位职责与标准",
            "完成双高建设中期自查",
            "上线一项网上办事服务",
            "完成内控制度修订",
            "完成年度专项经费绩效评价",
            "完成归口数据治理",
            "完成校园安全隐患整改",
            "完成教职工满意度改进清单");
    private static final List<String> TEACHING_ROUTINE =
            List.of("教研活动记录", "集体备课", "听课评课", "实训耗材盘点", "学生谈心谈话", "教学检查", "毕业设计指导");
    private static final List<String> OFFICE_ROUTINE =
            List.of("预算执行分析", "公文归档", "印章使用登记", "固定资产盘点", "来访接待登记", "信访答复", "保密检查");
    private static final List<String> ANY_ROUTINE =
            List.of("制度文件修订", "岗位标准完善", "季度自查", "档案归集", "安全检查", "师生满意度调查", "信息公开更新", "期末总结", "台账更新", "培训组织");
    private static final List<String> ANY_EXTRA = List.of("配合上级专项检查", "承办省级技能竞赛", "迎接办学条件核查", "承接对口帮扶任务", "承办全国行业研讨会");

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
        String about = department.id() + "/" + cycle;
        List<String> key = some(standing.teaches() ? TEACHING_KEY : OFFICE_KEY, KEY, "key/" + about);
        List<String> routine = new ArrayList<>(standing.teaches() ? TEACHING_ROUTINE : OFFICE_ROUTINE);
        routine.addAll(ANY_ROUTINE);
        goals.add(tasks(department, year, Goal.TaskKind.KEY, key, quality));
        goals.add(tasks(department, year, Goal.TaskKind.ROUTINE, some(routine, ROUTINE, "routine/" + about), quality));
        if (dice.roll("extra/" + department.id() + cycle, 0, 3) == 0) {
            goals.add(tasks(
                    department, year, Goal.TaskKind.ADDITIONAL, some(ANY_EXTRA, EXTRA, "extras/" + about), quality));
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

    /** So many of a pool, each department's own. */
    private List<String> some(List<String> pool, int count, String about) {
        List<String> left = new ArrayList<>(pool);
        List<String> picked = new ArrayList<>();
        while (picked.size() < count) {
            picked.add(left.remove(dice.roll(about, picked.size(), left.size())));
        }
        return picked;
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
