package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Goals against the lines of their points and against each other, and departments that were left out. */
final class GoalPlanLint {
    private static final Condition SHARE = Condition.parse("0..100", "");

    private final Draft draft;
    private final Ancestry ancestry;
    private final Findings findings;
    private final Map<String, DeclaredPoint> points = new HashMap<>();
    private final Map<String, Declared<Cycle>> cycles = new HashMap<>();

    GoalPlanLint(Draft draft, Ancestry ancestry, Findings findings) {
        this.draft = draft;
        this.ancestry = ancestry;
        this.findings = findings;
        draft.points().forEach(point -> points.put(point.value().id(), point));
        draft.college()
                .ifPresent(college -> college.cycles()
                        .forEach(cycle -> cycles.put(cycle.value().id(), cycle)));
    }

    void check() {
        Map<String, Declared<Goal>> names = new HashMap<>();
        Map<String, Declared<Goal>> measures = new HashMap<>();
        for (Declared<Goal> goal : draft.goals()) {
            String home = goal.value().unit() + "\n" + goal.value().cycle() + "\n";
            names(names, home, goal);
            Measured.of(goal).ifPresent(measured -> {
                once(measures, home, goal, measured);
                Optional.ofNullable(points.get(measured.point())).ifPresent(point -> lines(goal, measured, point));
            });
            committee(goal);
            if (goal.value().scoring() instanceof Goal.Tasks tasks) {
                tasks(goal, tasks.tasks());
            }
        }
    }

    private void names(Map<String, Declared<Goal>> known, String home, Declared<Goal> goal) {
        Declared<Goal> first = known.putIfAbsent(home + Alike.key(goal.value().name()), goal);
        if (first != null && !first.value().id().equals(goal.value().id())) {
            findings.add(
                    goal.placeOf("name"),
                    Code.GOAL_NAME_TWICE,
                    "单位 %s 在周期 %s 已有目标“%s”（%s），考核表上分不开；请改名，或删去一个。"
                            .formatted(
                                    goal.value().unit(),
                                    goal.value().cycle(),
                                    goal.value().name(),
                                    first.value().id()));
        }
    }

    private void once(Map<String, Declared<Goal>> known, String home, Declared<Goal> goal, Measured measured) {
        Declared<Goal> first = known.putIfAbsent(home + measured.kind() + "\n" + measured.point(), goal);
        if (first != null && !first.value().id().equals(goal.value().id())) {
            findings.add(
                    measured.node().placeOf("point"),
                    Code.GOAL_COUNTED_TWICE,
                    "目标“%s”和“%s”属于同一单位、同一周期，又都用质控点 %s 按 %s 计分，好坏会算两遍；请合并成一个。"
                            .formatted(goal.value().name(), first.value().name(), measured.point(), measured.kind()));
        }
    }

    private void lines(Declared<Goal> goal, Measured measured, DeclaredPoint point) {
        LocalDate end = Optional.ofNullable(cycles.get(goal.value().cycle()))
                .map(cycle -> cycle.value().until().minusDays(1))
                .orElse(LocalDate.MAX);
        ThreeLines lines = LinesInForce.of(point).on(end);
        if (goal.value().scoring() instanceof Goal.Ratio ratio) {
            target(goal, ratio, point, lines);
        } else if (goal.value().scoring() instanceof Goal.Met met && met.value().isPresent()) {
            met.value()
                    .get()
                    .overlap(lines.warning())
                    .ifPresent(both -> warned(goal, measured.node(), "value", new Shown(point, lines, both)));
        }
    }

    private void target(Declared<Goal> goal, Goal.Ratio ratio, DeclaredPoint point, ThreeLines lines) {
        Mapping node = goal.node().mapping("ratio").orElse(goal.node());
        long at = ratio.target().position();
        boolean share = point.value().rollUp() == RollUp.SHARE_MET;
        Optional<Condition> range = share ? Optional.of(SHARE) : point.value().plausible();
        if (range.isPresent() && !range.get().holds(at)) {
            findings.add(
                    node.placeOf("target"),
                    Code.GOAL_TARGET_IMPLAUSIBLE,
                    "目标“%s”要求质控点“%s”达到 %s，但它的值只能在 %s 之内，永远不会满分；请核对 target。"
                            .formatted(
                                    goal.value().name(), point.value().name(), LinesInForce.figure(at), range.get()));
        } else if (!share && lines.warning().holds(at)) {
            warned(goal, node, "target", new Shown(point, lines, at));
        }
        if (ratio.cap().compareTo(Fraction.HUNDRED) < 0) {
            findings.add(
                    node.placeOf("cap"),
                    Code.GOAL_CAP_LOW,
                    "目标“%s”的得分上限 cap 是 %s，完成了目标也拿不到 100；请写 100 以上，或删去 cap。"
                            .formatted(
                                    goal.value().name(),
                                    ratio.cap().cut(2).stripTrailingZeros().toPlainString()));
        }
    }

    private record Shown(DeclaredPoint point, ThreeLines lines, long at) {}

    private void warned(Declared<Goal> goal, Mapping node, String key, Shown shown) {
        findings.add(
                node.placeOf(key),
                Code.GOAL_IN_WARNING,
                "目标“%s”的要求太低：质控点“%s”为 %s 时算完成，却仍在预警值“%s”之内；请提高 %s，或核对三条线。"
                        .formatted(
                                goal.value().name(),
                                shown.point().value().name(),
                                shown.point().value().unit().show(LinesInForce.figure(shown.at())),
                                shown.lines().warning(),
                                key));
    }

    private void committee(Declared<Goal> goal) {
        ancestry.unit(goal.value().unit())
                .filter(unit -> unit.value().kind() == OrgUnit.Kind.COMMITTEE)
                .ifPresent(unit -> findings.add(
                        goal.placeOf("unit"),
                        Code.GOAL_OF_COMMITTEE,
                        "目标“%s”属于“%s”，而考核只评部门（《办法》第十一条），它不会计入任何等级；请写负责的部门。"
                                .formatted(goal.value().name(), unit.value().name())));
    }

    private void tasks(Declared<Goal> goal, List<Goal.Task> tasks) {
        List<Mapping> written = goal.node().mappings("tasks");
        Set<String> known = new LinkedHashSet<>();
        for (int i = 0; i < tasks.size(); i++) {
            if (!known.add(Alike.key(tasks.get(i).name()) + tasks.get(i).due())) {
                findings.add(
                        written.get(i).placeOf("name"),
                        Code.TASK_TWICE,
                        "目标“%s”里的任务“%s”（期限 %s）写了两次，完成率会算错；请删去一条。"
                                .formatted(
                                        goal.value().name(),
                                        tasks.get(i).name(),
                                        tasks.get(i).due()));
            }
        }
    }

    /** In a cycle in which most departments have goals, the others were forgotten. Only when everything could be read. */
    void departments() {
        List<OrgUnit> all = draft.units().stream()
                .map(Declared::value)
                .filter(unit -> unit.kind() == OrgUnit.Kind.DEPARTMENT)
                .toList();
        Map<String, Set<String>> having = new HashMap<>();
        draft.goals()
                .forEach(goal -> having.computeIfAbsent(goal.value().cycle(), cycle -> new LinkedHashSet<>())
                        .add(goal.value().unit()));
        cycles.forEach((id, cycle) -> {
            List<OrgUnit> alive = all.stream()
                    .filter(unit -> unit.life().during(cycle.value()))
                    .toList();
            Set<String> some = having.getOrDefault(id, Set.of());
            List<OrgUnit> without =
                    alive.stream().filter(unit -> !some.contains(unit.id())).toList();
            if (!without.isEmpty() && 2 * without.size() < alive.size()) {
                findings.add(
                        cycle.node().place(),
                        Code.DEPARTMENT_WITHOUT_GOALS,
                        "周期“%s”里 %s 个部门有目标任务，而 %s 没有，年终不会有它的等级；请在 goals/ 里补上。"
                                .formatted(
                                        cycle.value().name(),
                                        alive.size() - without.size(),
                                        without.stream()
                                                .limit(5)
                                                .map(OrgUnit::name)
                                                .collect(Collectors.joining("、"))));
            }
        });
    }
}
