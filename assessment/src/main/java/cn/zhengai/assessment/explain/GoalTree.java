package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goals as trees. Source of the formulas: domain page, section 4. Ratio: 100 × actual ÷ target when higher is better; when
 * lower is better 100 up to the target, beyond it 100 × target ÷ actual; within 0 and the goal's cap. Met and tasks: 100 ×
 * part ÷ whole.
 */
final class GoalTree {
    private static final String UNKNOWN = "，按 0 计";

    private final Scene scene;
    private final FigureTree figures;

    GoalTree(Scene scene, FigureTree figures) {
        this.scene = scene;
        this.figures = figures;
    }

    /** What has to be gathered for these goals. */
    List<FigureTree.Place> places(List<Goal> goals) {
        List<FigureTree.Place> places = new ArrayList<>();
        for (Goal goal : goals) {
            point(goal).ifPresent(point -> places.add(new FigureTree.Place(point, goal.unit())));
        }
        return places;
    }

    private Optional<ControlPoint> point(Goal goal) {
        return pointOf(goal).flatMap(scene.catalogue()::point).filter(ControlPoint::enabled);
    }

    private static Optional<String> pointOf(Goal goal) {
        if (goal.scoring() instanceof Goal.Ratio ratio) {
            return Optional.of(ratio.point());
        }
        return goal.scoring() instanceof Goal.Met met ? Optional.of(met.point()) : Optional.empty();
    }

    /** A goal whose places were gathered; exact is its achievement, empty when unknown. */
    Explanation explain(Goal goal, Cut cut) {
        Optional<GoalResult> kept =
                scene.kept().flatMap(k -> k.unit(goal.unit())).flatMap(unit -> unit.goal(goal.id()));
        Explanation node =
                goal.scoring() instanceof Goal.Tasks tasks ? tasks(goal, tasks, cut) : measured(goal, kept, cut);
        return node.remarking("权重 " + Shown.number(goal.weight()) + "，"
                        + goal.taskKind().chinese())
                .compared(kept.map(k -> Agreement.of(
                                node.exact(),
                                k.achievement(),
                                k.achievement().map(Shown::number).orElse("无数据")))
                        .orElse(Agreement.NONE));
    }

    private Explanation measured(Goal goal, Optional<GoalResult> kept, Cut cut) {
        Optional<ControlPoint> point = point(goal);
        if (point.isEmpty()) {
            String id = pointOf(goal).orElse("");
            boolean declared = scene.catalogue().point(id).isPresent();
            return node(goal, Optional.empty(), "质控点 " + id + (declared ? " 已停用" : " 未在目录中登记") + UNKNOWN);
        }
        Optional<Condition> wanted = goal.scoring() instanceof Goal.Met met ? met.value() : Optional.empty();
        FigureTree.Figured figured = figures.over(
                new FigureTree.Place(point.get(), goal.unit()),
                wanted,
                kept.flatMap(GoalResult::measured),
                cut.below());
        Explanation scored = goal.scoring() instanceof Goal.Ratio ratio
                ? ratio(goal, ratio, point.get(), figured.sums())
                : met(goal, wanted, figured.sums());
        if (scene.withholding().tooFew(point.get().level(), figured.sums())) {
            scored = node(goal, scored.exact(), scene.withholding().sentence());
        }
        return cut.open() ? scored.from(List.of(figured.tree()), 0) : scored.from(List.of(), 1);
    }

    private static Explanation ratio(Goal goal, Goal.Ratio ratio, ControlPoint point, GroupSums sums) {
        boolean share = point.rollUp() == RollUp.SHARE_MET;
        if (point.direction() == Direction.WITHIN && !share) {
            return node(goal, Optional.empty(), "质控点的方向是“区间最好”，不能按比率计分" + UNKNOWN);
        }
        if (sums.value().isEmpty()) {
            return node(goal, Optional.empty(), "没有可汇总的采集值" + UNKNOWN);
        }
        Fraction actual = sums.value().get();
        Fraction target = ratio.target();
        boolean higher = share || point.direction() == Direction.HIGHER_IS_BETTER;
        if (!higher && actual.compareTo(target) <= 0) {
            Fraction full = Fraction.of(100).min(ratio.cap());
            return node(goal, Optional.of(full), number(actual) + " ≤ " + number(target) + "，已达目标，计 " + number(full));
        }
        Fraction raw = Fraction.of(100).times(higher ? actual : target).dividedBy(higher ? target : actual);
        String formula = "100 × " + number(higher ? actual : target) + " ÷ " + number(higher ? target : actual) + " = "
                + number(raw);
        Fraction counted = raw.signum() < 0 ? Fraction.ZERO : raw.min(ratio.cap());
        boolean bounded = counted.compareTo(raw) != 0;
        return node(
                goal,
                Optional.of(counted),
                formula + (bounded ? "，限于 0 到 " + number(ratio.cap()) + " 之间，计 " + number(counted) : ""));
    }

    private static Explanation met(Goal goal, Optional<Condition> wanted, GroupSums sums) {
        if (sums.read() == 0) {
            return node(goal, Optional.empty(), "没有主体有可用的采集值" + UNKNOWN);
        }
        Fraction percent = Fraction.of(100L * sums.met(), sums.applicable());
        return node(
                goal,
                Optional.of(percent),
                sums.applicable() + " 个主体中 " + sums.met() + " 个达到"
                        + wanted.map(Condition::text).orElse("标准值") + "：100 × " + sums.met() + " ÷ "
                        + sums.applicable() + " = " + number(percent));
    }

    private Explanation tasks(Goal goal, Goal.Tasks tasks, Cut cut) {
        List<Explanation> parts = new ArrayList<>();
        long done = 0;
        for (Goal.Task task : tasks.tasks()) {
            boolean counts =
                    task.doneOn().filter(day -> !day.isAfter(scene.today())).isPresent();
            done += counts ? 1 : 0;
            parts.add(Explanation.of(Kind.TASK, task.name(), counts ? "已完成" : "未完成")
                    .remarking("期限 " + task.due()
                            + task.doneOn().map(day -> "，完成于 " + day).orElse("")
                            + task.evidence().map(proof -> "，佐证：" + proof).orElse("")));
        }
        Fraction percent = Fraction.of(100 * done, parts.size());
        int listed = cut.open() ? Math.min(cut.limit(), parts.size()) : 0;
        return node(goal, Optional.of(percent), "100 × " + done + " ÷ " + parts.size() + " = " + number(percent))
                .from(parts.subList(0, listed), parts.size() - listed);
    }

    private static Explanation node(Goal goal, Optional<Fraction> achievement, String formula) {
        return Explanation.of(
                        Kind.GOAL,
                        goal.name() + " 达成度",
                        achievement.map(a -> number(a) + "%").orElse("无数据"))
                .exactly(achievement)
                .by(formula, "目录：目标 " + goal.id() + "（" + how(goal) + "）");
    }

    private static String how(Goal goal) {
        if (goal.scoring() instanceof Goal.Ratio ratio) {
            return "按比率，目标值 " + number(ratio.target()) + "，上限 " + number(ratio.cap());
        }
        return goal.scoring() instanceof Goal.Tasks ? "按任务完成数" : "按达标主体数";
    }

    private static String number(Fraction value) {
        return Shown.number(value);
    }
}
