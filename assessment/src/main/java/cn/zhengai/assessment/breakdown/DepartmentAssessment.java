package cn.zhengai.assessment.breakdown;

import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.measure.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * One unit's result.
 *
 * @param unit id
 * @param achievement percent, exact, unknown goals counted as 0: what the grade is given for; empty without goals
 * @param achievementKnownOnly percent, exact, unknown goals left out; empty when none is known
 * @param grade Art. 11; empty without goals and for units that are no departments
 * @param formula how the achievement comes out of the goals, in Chinese
 */
public record DepartmentAssessment(
        String unit,
        String name,
        OrgUnit.Kind kind,
        Optional<Fraction> achievement,
        Optional<Fraction> achievementKnownOnly,
        Optional<Grade> grade,
        String formula,
        List<GoalResult> goals) {
    public DepartmentAssessment {
        goals = List.copyOf(goals);
    }

    /** Goals without an achievement. */
    public List<GoalResult> unknownGoals() {
        return goals.stream().filter(g -> g.achievement().isEmpty()).toList();
    }

    /** A goal by id. */
    public Optional<GoalResult> goal(String id) {
        return goals.stream().filter(g -> g.goal().equals(id)).findFirst();
    }
}
