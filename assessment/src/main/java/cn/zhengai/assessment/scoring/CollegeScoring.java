package cn.zhengai.assessment.scoring;

import cn.zhengai.assessment.achievement.WeightedAchievement;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.assessment.rollup.AsOf;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.port.ReadingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Assesses every unit of a college in one cycle. Departments are graded (Art. 11); a goal of a section or course team
 * counts for that unit alone, and for the department only when it is declared there too.
 */
public final class CollegeScoring {
    private final Catalogue catalogue;
    private final ReadingStore store;

    public CollegeScoring(Catalogue catalogue, ReadingStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** With what the store knew at an instant. */
    public CollegeAssessment assess(Cycle cycle, Instant asOf, Instant computedAt) {
        return assess(cycle, AsOf.at(asOf, store), computedAt);
    }

    /**
     * Reads the store once, whatever the number of goals.
     *
     * @param computedAt written into the result
     */
    public CollegeAssessment assess(Cycle cycle, AsOf asOf, Instant computedAt) {
        Map<String, List<Goal>> goals = catalogue.goalsOf(cycle.id());
        Figuring figures = new Figuring(catalogue, store, cycle, points(goals), asOf);
        GoalScoring scoring = new GoalScoring(catalogue, figures);
        List<DepartmentAssessment> departments = new ArrayList<>();
        List<DepartmentAssessment> others = new ArrayList<>();
        for (OrgUnit unit : catalogue.tree().units()) {
            List<GoalResult> results = goals.getOrDefault(unit.id(), List.of()).stream()
                    .map(scoring::score)
                    .toList();
            boolean gone = !unit.life().during(cycle) && results.isEmpty();
            if (unit.kind() == OrgUnit.Kind.DEPARTMENT && !gone) {
                departments.add(unit(unit, results));
            } else if (!results.isEmpty()) {
                others.add(unit(unit, results));
            }
        }
        return new CollegeAssessment(
                        catalogue.college(),
                        cycle,
                        catalogue.zone(),
                        asOf.instant(),
                        Optional.of(asOf.knowledge()),
                        computedAt,
                        catalogue.digest(),
                        Optional.empty(),
                        "",
                        departments,
                        others)
                .sealed();
    }

    /** Points in use that some goal is measured by. */
    private List<ControlPoint> points(Map<String, List<Goal>> goals) {
        Map<String, ControlPoint> needed = new LinkedHashMap<>();
        goals.values()
                .forEach(ofUnit -> ofUnit.forEach(goal -> pointOf(goal)
                        .flatMap(catalogue::point)
                        .filter(ControlPoint::enabled)
                        .ifPresent(p -> needed.put(p.id(), p))));
        return List.copyOf(needed.values());
    }

    /** Id of the point a goal is measured by; empty for tasks. */
    public static Optional<String> pointOf(Goal goal) {
        if (goal.scoring() instanceof Goal.Ratio ratio) {
            return Optional.of(ratio.point());
        }
        return goal.scoring() instanceof Goal.Met met ? Optional.of(met.point()) : Optional.empty();
    }

    private static DepartmentAssessment unit(OrgUnit unit, List<GoalResult> goals) {
        WeightedAchievement achievement = WeightedAchievement.of(goals.stream()
                .map(g -> new WeightedAchievement.Part(g.weight(), g.achievement()))
                .toList());
        boolean graded = unit.kind() == OrgUnit.Kind.DEPARTMENT;
        return new DepartmentAssessment(
                unit.id(),
                unit.name(),
                unit.kind(),
                achievement.unknownAsZero(),
                achievement.knownOnly(),
                graded ? achievement.unknownAsZero().map(Grade::of) : Optional.empty(),
                goals.isEmpty() ? "本周期没有目标，不评等级" : Sentences.weighted(goals),
                goals);
    }
}
