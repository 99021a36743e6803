package cn.zhengai.assessment.scoring;

import cn.zhengai.assessment.achievement.ShareAchievement;
import cn.zhengai.assessment.breakdown.TaskResult;
import cn.zhengai.assessment.breakdown.TaskResult.Standing;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.measure.Fraction;
import java.time.LocalDate;
import java.util.List;

/** Scores goals of tasks. A task counts as done when it was done by the day of the assessment, late or not. */
final class TaskScoring {
    private TaskScoring() {}

    static List<TaskResult> standings(Goal.Tasks tasks, LocalDate today) {
        return tasks.tasks().stream()
                .map(t -> new TaskResult(t.name(), t.due(), t.doneOn(), t.evidence(), standing(t, today)))
                .toList();
    }

    private static Standing standing(Goal.Task task, LocalDate today) {
        if (task.doneOn().filter(done -> !done.isAfter(today)).isPresent()) {
            return task.doneOn().get().isAfter(task.due()) ? Standing.DONE_LATE : Standing.DONE;
        }
        return today.isAfter(task.due()) ? Standing.OVERDUE : Standing.OPEN;
    }

    static Outcome score(List<TaskResult> tasks) {
        long done = tasks.stream().filter(t -> t.standing().done()).count();
        Fraction percent = ShareAchievement.of(done, tasks.size());
        return Outcome.known(
                percent,
                Fraction.of(done),
                Fraction.of(tasks.size()),
                tasks.size() + " 项任务中完成 " + done + " 项：" + Sentences.share(done, tasks.size(), percent));
    }
}
