package cn.zhengai.server.publish;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.publish.Paths;
import cn.zhengai.dashboards.schema.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A college's result as points: units with rank and last cycle's figure, goals with what they cost, pace of tasks. */
final class AssessmentPoints {
    private final Catalogue catalogue;
    private final CollegeAssessment result;
    private final Optional<CollegeAssessment> before;
    private final UnaryOperator<String> link;

    /** @param before of the cycle before it */
    AssessmentPoints(
            Catalogue catalogue,
            CollegeAssessment result,
            Optional<CollegeAssessment> before,
            UnaryOperator<String> link) {
        this.catalogue = catalogue;
        this.result = result;
        this.before = before;
        this.link = link;
    }

    List<Point> all(LocalDate today) {
        List<Point> points = new ArrayList<>();
        List<DepartmentAssessment> ranked = result.departments().stream()
                .filter(d -> d.achievement().isPresent())
                .sorted(Comparator.comparing(
                                (DepartmentAssessment d) -> d.achievement().orElse(Fraction.ZERO))
                        .reversed())
                .toList();
        for (DepartmentAssessment unit : ranked) {
            points.add(achievement(unit, rank(ranked, unit)));
            unit.goals().forEach(goal -> points.add(goal(unit, goal)));
        }
        points.addAll(new PacePoints(catalogue, result).all(today));
        return points;
    }

    /** Equals share a rank. */
    private static int rank(List<DepartmentAssessment> ranked, DepartmentAssessment unit) {
        return 1
                + (int) ranked.stream()
                        .filter(d -> d.achievement()
                                        .orElse(Fraction.ZERO)
                                        .compareTo(unit.achievement().orElse(Fraction.ZERO))
                                > 0)
                        .count();
    }

    private Point achievement(DepartmentAssessment unit, int rank) {
        Optional<Fraction> last = before.flatMap(b -> b.unit(unit.unit())).flatMap(DepartmentAssessment::achievement);
        Point.Draft draft = Point.of(Published.ACHIEVEMENT)
                .tag("cycle", result.cycle().id())
                .tag("unit", unit.unit())
                .tag("kind", unit.kind().name().toLowerCase(Locale.ROOT))
                .text("name", unit.name())
                .text("grade", unit.grade().map(Grade::chinese).orElse(""))
                .text("standing", result.standing())
                .text("link", link.apply(Paths.assessment(result.cycle().id(), unit.unit())))
                .cut("achievement", unit.achievement())
                .cut("known_only", unit.achievementKnownOnly())
                .cut("last_year", last)
                .cut("change", last.flatMap(l -> unit.achievement().map(a -> a.minus(l))))
                .whole("rank", rank)
                .whole("goals", unit.goals().size())
                .whole("unknown_goals", unit.unknownGoals().size());
        unit.grade().ifPresent(grade -> draft.whole("grade_rank", rank(grade)));
        return draft.at(start());
    }

    private static int rank(Grade grade) {
        return switch (grade) {
            case NOT_MET -> 1;
            case BASICALLY_MET -> 2;
            case MET -> 3;
        };
    }

    /** Loss = weight / sum of weights * (100 - achievement): points of the unit's achievement it costs; unknown counts as 0. */
    private Point goal(DepartmentAssessment unit, GoalResult goal) {
        Fraction all = unit.goals().stream().map(GoalResult::weight).reduce(Fraction.ZERO, Fraction::plus);
        Fraction missing =
                Fraction.HUNDRED.minus(goal.achievement().orElse(Fraction.ZERO)).max(Fraction.ZERO);
        return Point.of(Published.GOAL)
                .tag("cycle", result.cycle().id())
                .tag("unit", unit.unit())
                .tag("goal", goal.goal())
                .text("name", goal.name())
                .text("unit_name", unit.name())
                .text("task_kind", goal.taskKind().chinese())
                .text("link", link.apply(Paths.assessment(result.cycle().id(), unit.unit())))
                .cut("achievement", goal.achievement())
                .cut("weight", goal.weight())
                .cut("loss", goal.weight().dividedBy(all).times(missing))
                .at(start());
    }

    private long start() {
        return LocalDate.ofInstant(result.computedAt(), catalogue.zone())
                .atStartOfDay(catalogue.zone())
                .toInstant()
                .toEpochMilli();
    }
}
