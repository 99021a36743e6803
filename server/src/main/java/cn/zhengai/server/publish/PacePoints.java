package cn.zhengai.server.publish;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.TaskResult;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the tasks of a cycle are, week by week: done = 100 * tasks done by the day / all tasks, beside expected = 100 *
 * tasks due by the day / all tasks. Worked: of four tasks two are due and one is done: 25 beside 50, 25 behind.
 */
final class PacePoints {
    private static final int WEEK = 7;
    private final Catalogue catalogue;
    private final CollegeAssessment result;

    PacePoints(Catalogue catalogue, CollegeAssessment result) {
        this.catalogue = catalogue;
        this.result = result;
    }

    /** Of every department with tasks, and of the root unit: all of them. Up to today. */
    List<Point> all(LocalDate today) {
        List<Point> points = new ArrayList<>();
        List<TaskResult> whole = new ArrayList<>();
        for (DepartmentAssessment unit : result.departments()) {
            List<TaskResult> tasks =
                    unit.goals().stream().flatMap(g -> g.tasks().stream()).toList();
            whole.addAll(tasks);
            points.addAll(of(unit.unit(), unit.name(), tasks, today));
        }
        catalogue.tree().units().stream()
                .filter(u -> u.parent().isEmpty())
                .map(OrgUnit::id)
                .forEach(root -> points.addAll(of(root, catalogue.college(), whole, today)));
        return points;
    }

    private List<Point> of(String unit, String name, List<TaskResult> tasks, LocalDate today) {
        List<Point> points = new ArrayList<>();
        LocalDate end =
                today.isBefore(result.cycle().until()) ? today : result.cycle().until();
        LocalDate day = result.cycle().from();
        while (!tasks.isEmpty() && !day.isAfter(end)) {
            points.add(on(day, unit, name, tasks));
            LocalDate next = day.plusDays(WEEK);
            day = next.isAfter(end) && day.isBefore(end) ? end : next;
        }
        return points;
    }

    private Point on(LocalDate day, String unit, String name, List<TaskResult> tasks) {
        Fraction expected =
                share(tasks.stream().filter(t -> !t.due().isAfter(day)).count(), tasks.size());
        Fraction done = share(
                tasks.stream()
                        .filter(t -> t.doneOn().map(d -> !d.isAfter(day)).orElse(false))
                        .count(),
                tasks.size());
        return Point.of(Published.PACE)
                .tag("cycle", result.cycle().id())
                .tag("unit", unit)
                .tag("unit_name", name)
                .cut("expected", expected)
                .cut("done", done)
                .cut("behind", expected.minus(done))
                .at(day.atStartOfDay(catalogue.zone()).toInstant());
    }

    private static Fraction share(long part, long all) {
        return Fraction.of(100 * part, all);
    }
}
