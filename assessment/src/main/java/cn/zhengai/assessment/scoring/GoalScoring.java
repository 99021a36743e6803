package cn.zhengai.assessment.scoring;

import cn.zhengai.assessment.achievement.RatioAchievement;
import cn.zhengai.assessment.achievement.ShareAchievement;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.Measured;
import cn.zhengai.assessment.breakdown.ScoringKind;
import cn.zhengai.assessment.breakdown.TaskResult;
import cn.zhengai.assessment.breakdown.Unknown;
import cn.zhengai.assessment.rollup.GroupFigure;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import java.util.List;
import java.util.Optional;

/** Scores one goal; each kind of {@link Goal.Scoring} has its way. */
final class GoalScoring {
    private final Catalogue catalogue;
    private final Figuring figures;

    GoalScoring(Catalogue catalogue, Figuring figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    GoalResult score(Goal goal) {
        if (goal.scoring() instanceof Goal.Ratio ratio) {
            return ratio(goal, ratio);
        }
        if (goal.scoring() instanceof Goal.Met met) {
            return met(goal, met);
        }
        if (goal.scoring() instanceof Goal.Tasks tasks) {
            List<TaskResult> standings = TaskScoring.standings(tasks, figures.today());
            return result(goal, ScoringKind.TASKS, TaskScoring.score(standings), Optional.empty(), standings);
        }
        throw new IllegalStateException("a kind of scoring nobody scores: " + goal.scoring());
    }

    private GoalResult ratio(Goal goal, Goal.Ratio ratio) {
        Optional<ControlPoint> point = inUse(ratio.point());
        Optional<Measured> measured = point.map(p -> measure(p, goal, Optional.empty()));
        Outcome outcome = point.isPresent() && measured.isPresent()
                ? ratio(point.get(), measured.get().figure(), ratio)
                : Outcome.unknown(notInUse(ratio.point()), Optional.of(ratio.target()));
        return result(goal, ScoringKind.RATIO, outcome, measured, List.of());
    }

    private static Outcome ratio(ControlPoint point, GroupFigure figure, Goal.Ratio ratio) {
        boolean share = point.rollUp() == RollUp.SHARE_MET;
        Fraction target = ratio.target();
        if (point.direction() == Direction.WITHIN && !share) {
            return Outcome.unknown(Unknown.NO_DIRECTION, Optional.of(target));
        }
        if (figure.value().isEmpty()) {
            return Outcome.unknown(whyEmpty(figure), Optional.of(target));
        }
        Fraction actual = figure.value().get();
        boolean higher = share || point.direction() == Direction.HIGHER_IS_BETTER;
        Fraction achievement = higher
                ? RatioAchievement.higherIsBetter(actual, target, ratio.cap())
                : RatioAchievement.lowerIsBetter(actual, target, ratio.cap());
        String formula = higher
                ? Sentences.higherIsBetter(actual, target, ratio.cap())
                : Sentences.lowerIsBetter(actual, target, ratio.cap());
        return Outcome.known(
                achievement, actual, target, "实际值：" + Sentences.rollUp(point, figure, actual) + "；达成度：" + formula);
    }

    private GoalResult met(Goal goal, Goal.Met met) {
        Optional<Measured> measured = inUse(met.point()).map(p -> measure(p, goal, met.value()));
        Outcome outcome = measured.map(GoalScoring::met)
                .orElseGet(() -> Outcome.unknown(notInUse(met.point()), Optional.empty()));
        return result(goal, ScoringKind.MET, outcome, measured, List.of());
    }

    private static Outcome met(Measured measured) {
        GroupFigure figure = measured.figure();
        Fraction applicable = Fraction.of(figure.applicable());
        if (figure.read() == 0) {
            return Outcome.unknown(whyEmpty(figure), Optional.of(applicable));
        }
        Fraction percent = ShareAchievement.of(figure.met(), figure.applicable());
        return Outcome.known(
                percent, Fraction.of(figure.met()), applicable, Sentences.met(figure, measured.wanted(), percent));
    }

    private Measured measure(ControlPoint point, Goal goal, Optional<Condition> wanted) {
        return figures.measure(point, goal.unit(), wanted, Measured.LISTED);
    }

    private Optional<ControlPoint> inUse(String point) {
        return catalogue.point(point).filter(ControlPoint::enabled);
    }

    private Unknown notInUse(String point) {
        return catalogue.point(point).isPresent() ? Unknown.POINT_SWITCHED_OFF : Unknown.NO_POINT;
    }

    private static Unknown whyEmpty(GroupFigure figure) {
        if (figure.applicable() == 0) {
            return Unknown.NO_SUBJECTS;
        }
        return figure.unfit() > 0 ? Unknown.READINGS_DO_NOT_FIT : Unknown.NO_READINGS;
    }

    private static GoalResult result(
            Goal goal, ScoringKind kind, Outcome outcome, Optional<Measured> measured, List<TaskResult> tasks) {
        return new GoalResult(
                goal.id(),
                goal.name(),
                goal.taskKind(),
                kind,
                goal.weight(),
                outcome.achievement(),
                outcome.unknown(),
                outcome.actual(),
                outcome.target(),
                outcome.formula(),
                measured,
                tasks);
    }
}
