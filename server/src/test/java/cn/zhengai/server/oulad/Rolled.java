package cn.zhengai.server.oulad;

import cn.zhengai.assessment.rollup.CycleFigures;
import cn.zhengai.assessment.rollup.Group;
import cn.zhengai.assessment.rollup.GroupFigure;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.ReadingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Roll-ups of all cycles as the product gives them. */
final class Rolled {
    private static final String COMMITTEE = "wyh";
    private static final List<String> FACULTIES = List.of("skxy", "lgxy");

    private final List<OfSubject> subjects = new ArrayList<>();
    private final List<OfDepartment> departments = new ArrayList<>();

    private Rolled() {}

    static Rolled of(Product product) {
        Rolled rolled = new Rolled();
        Catalogue catalogue = product.catalogue();
        for (Cycle cycle : catalogue.cycles().values()) {
            CycleFigures figures = CycleFigures.gather(
                    product.store(), catalogue.points().values(), cycle, catalogue.zone(), ReadingStore.NOW);
            for (ControlPoint point : catalogue.points().values()) {
                rolled.take(new OnePoint(catalogue, figures, cycle, point));
            }
        }
        return rolled;
    }

    private void take(OnePoint one) {
        one.over(
                COMMITTEE,
                part -> part.value()
                        .ifPresent(value -> subjects.add(new OfSubject(
                                one.cycle.id(), one.point.id(), part.subject(), value, part.count(), part.meets()))));
        for (String faculty : FACULTIES) {
            GroupFigure figure = one.over(faculty, part -> {});
            figure.value()
                    .ifPresent(value -> departments.add(
                            new OfDepartment(one.cycle.id(), one.point.id(), faculty, value, figure.read())));
        }
    }

    List<OfSubject> subjects() {
        return subjects;
    }

    List<OfDepartment> departments() {
        return departments;
    }

    /** One point in one cycle. */
    private record OnePoint(Catalogue catalogue, CycleFigures figures, Cycle cycle, ControlPoint point) {
        GroupFigure over(String unit, Consumer<SubjectFigure> each) {
            return new Group(point, unit, catalogue.subjectsOf(point, unit))
                    .rollUp(figures, catalogue.tree(), cycle.until().minusDays(1), Optional.empty(), each);
        }
    }

    /** What one series comes to, and whether it meets its standard. */
    record OfSubject(String cycle, String point, String subject, Fraction value, long readings, boolean meets) {}

    /** What a point comes to over a department's subjects with readings. */
    record OfDepartment(String cycle, String point, String department, Fraction value, long subjects) {}
}
