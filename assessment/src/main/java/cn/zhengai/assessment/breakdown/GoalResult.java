package cn.zhengai.assessment.breakdown;

import cn.zhengai.core.catalogue.Goal.TaskKind;
import cn.zhengai.core.measure.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * One goal's result.
 *
 * @param goal id
 * @param achievement percent, exact; empty when unknown
 * @param unknown why it is; empty when known
 * @param actual ratio: the rolled-up value; met: subjects that meet; tasks: tasks done; empty when unknown
 * @param target ratio: the target; met: subjects it applies to; tasks: all tasks; empty when there is none to name
 * @param formula the arithmetic as a Chinese sentence, or why there is none
 * @param measured what was read; empty for tasks and for points that are not in use
 * @param tasks of a goal of tasks, as declared
 */
public record GoalResult(
        String goal,
        String name,
        TaskKind taskKind,
        ScoringKind scoring,
        Fraction weight,
        Optional<Fraction> achievement,
        Optional<Unknown> unknown,
        Optional<Fraction> actual,
        Optional<Fraction> target,
        String formula,
        Optional<Measured> measured,
        List<TaskResult> tasks) {
    public GoalResult {
        tasks = List.copyOf(tasks);
    }
}
