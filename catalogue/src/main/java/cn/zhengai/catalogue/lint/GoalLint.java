package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goals can be measured, their weights add up, their tasks fall into their cycle. */
final class GoalLint {
    private final Draft draft;
    private final Findings findings;
    private final Population population;
    private final Map<String, ControlPoint> points = new HashMap<>();
    private final Map<String, Cycle> cycles = new HashMap<>();

    GoalLint(Draft draft, Ancestry ancestry, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        this.population = new Population(draft.subjects(), ancestry);
        for (DeclaredPoint point : draft.points()) {
            points.put(point.value().id(), point.value());
        }
        draft.college()
                .ifPresent(college -> college.cycles()
                        .forEach(cycle -> cycles.put(cycle.value().id(), cycle.value())));
    }

    void check() {
        for (Declared<Goal> goal : draft.goals()) {
            Goal.Scoring scoring = goal.value().scoring();
            if (scoring instanceof Goal.Ratio ratio) {
                measured(goal, "ratio", ratio.point());
                ratio(goal, ratio.point());
            } else if (scoring instanceof Goal.Met met) {
                measured(goal, "met", met.point());
            } else if (scoring instanceof Goal.Tasks tasks) {
                tasks(goal, tasks.tasks());
            }
        }
    }

    private void measured(Declared<Goal> goal, String key, String id) {
        Optional<Mapping> scoring = goal.node().mapping(key);
        ControlPoint point = points.get(id);
        if (point == null || scoring.isEmpty()) {
            return;
        }
        if (!point.enabled()) {
            findings.add(
                    scoring.get().placeOf("point"),
                    Code.GOAL_POINT_DISABLED,
                    "目标“%s”用的质控点“%s”没有启用，不会有采集值；请启用它或换一个。"
                            .formatted(goal.value().name(), point.name()));
        } else if (!population.any(point, goal.value().unit())) {
            findings.add(
                    scoring.get().placeOf("point"),
                    Code.GOAL_UNMEASURABLE,
                    "目标“%s”无法测量：单位 %s 及其下属没有适用质控点“%s”的%s层面主体；请换质控点，或给单位加主体。"
                            .formatted(
                                    goal.value().name(),
                                    goal.value().unit(),
                                    point.name(),
                                    point.level().chinese()));
        }
    }

    private void ratio(Declared<Goal> goal, String id) {
        ControlPoint point = points.get(id);
        if (point == null) {
            return;
        }
        boolean coded = !point.unit().codes().isEmpty();
        if (coded || point.direction() == Direction.WITHIN) {
            findings.add(
                    goal.placeOf("ratio"),
                    Code.RATIO_UNFIT,
                    "目标“%s”不能按完成率计分：质控点“%s”%s；请改用 met（达标比例）。"
                            .formatted(goal.value().name(), point.name(), coded ? "是等级，不能相除" : "要求落在区间内"));
        }
    }

    private void tasks(Declared<Goal> goal, List<Goal.Task> tasks) {
        List<Mapping> written = goal.node().mappings("tasks");
        Cycle cycle = cycles.get(goal.value().cycle());
        for (int i = 0; i < tasks.size(); i++) {
            Goal.Task task = tasks.get(i);
            if (cycle != null
                    && (task.due().isBefore(cycle.from()) || !task.due().isBefore(cycle.until()))) {
                findings.add(
                        written.get(i).placeOf("due"),
                        Code.TASK_OUTSIDE_CYCLE,
                        "任务“%s”的期限 %s 不在周期“%s”之内；请核对日期。".formatted(task.name(), task.due(), cycle.name()));
            }
            if (task.doneOn().isPresent() != task.evidence().isPresent()) {
                findings.add(
                        written.get(i).placeOf(task.doneOn().isPresent() ? "done" : "evidence"),
                        Code.TASK_EVIDENCE,
                        task.doneOn().isPresent()
                                ? "任务“%s”已完成却没有佐证；请写 evidence，说明材料在哪里。".formatted(task.name())
                                : "任务“%s”有佐证却没有完成日期；已完成的请写 done。".formatted(task.name()));
            }
        }
    }

    /** Weights of a unit and cycle add up. Makes sense only when every goal could be read. */
    void weights() {
        Map<List<String>, List<Declared<Goal>>> byUnit = new LinkedHashMap<>();
        draft.goals()
                .forEach(goal -> byUnit.computeIfAbsent(
                                List.of(goal.value().unit(), goal.value().cycle()), key -> new ArrayList<>())
                        .add(goal));
        byUnit.forEach((key, goals) -> {
            Fraction sum = goals.stream().map(goal -> goal.value().weight()).reduce(Fraction.of(0), Fraction::plus);
            if (!sum.equals(Fraction.of(100))) {
                findings.add(
                        goals.get(0).placeOf("weight"),
                        Code.GOAL_WEIGHTS,
                        "单位 %s 在周期 %s 的 %s 个目标权重合计是 %s，不是 100；计分时会按比例折算，请确认。"
                                .formatted(
                                        key.get(0),
                                        key.get(1),
                                        goals.size(),
                                        sum.cut(2).stripTrailingZeros().toPlainString()));
            }
        });
    }
}
