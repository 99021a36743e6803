package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How much of the year's key tasks a department has done by a day, of those that were due by then, told from its goals: so
 * that the reading and the goal say the same. The school's is that of all departments.
 */
final class KeyTasks {
    static final String POINT = "school.key-tasks";
    private final Catalogue catalogue;

    KeyTasks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Story.Figure figure(Subject subject, LocalDate day) {
        List<Goal.Task> due = tasks(catalogue.tree().subtree(subject.unit()), day).stream()
                .filter(t -> !t.due().isAfter(day))
                .toList();
        long done = due.stream()
                .filter(t -> t.doneOn().filter(on -> !on.isAfter(day)).isPresent())
                .count();
        return due.isEmpty()
                ? new Story.Figure("100", "", "")
                : new Story.Figure("", Long.toString(done), Integer.toString(due.size()));
    }

    private List<Goal.Task> tasks(Set<String> units, LocalDate day) {
        return catalogue.goals().stream()
                .filter(g -> g.taskKind() == Goal.TaskKind.KEY && units.contains(g.unit()))
                .filter(g ->
                        catalogue.cycle(g.cycle()).filter(c -> covers(c, day)).isPresent())
                .flatMap(g ->
                        g.scoring() instanceof Goal.Tasks tasks ? tasks.tasks().stream() : java.util.stream.Stream.of())
                .toList();
    }

    private static boolean covers(Cycle cycle, LocalDate day) {
        return !day.isBefore(cycle.from()) && day.isBefore(cycle.until());
    }
}
