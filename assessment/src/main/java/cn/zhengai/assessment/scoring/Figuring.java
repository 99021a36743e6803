package cn.zhengai.assessment.scoring;

import cn.zhengai.assessment.breakdown.Measured;
import cn.zhengai.assessment.rollup.AsOf;
import cn.zhengai.assessment.rollup.CycleFigures;
import cn.zhengai.assessment.rollup.Group;
import cn.zhengai.assessment.rollup.GroupFigure;
import cn.zhengai.assessment.rollup.Members;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.port.ReadingStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The figures of a cycle, gathered once, and the groups they can be rolled up to. */
public final class Figuring {
    private final Catalogue catalogue;
    private final CycleFigures figures;
    private final Members members;
    private final LocalDate today;
    private final LocalDate linesDay;

    /**
     * Asks the store once for these points.
     *
     * @param asOf which readings count, and which day is "today"
     */
    public Figuring(Catalogue catalogue, ReadingStore store, Cycle cycle, Collection<ControlPoint> points, AsOf asOf) {
        this.catalogue = catalogue;
        this.figures = CycleFigures.gather(store, points, cycle, catalogue.zone(), asOf.knowledge());
        this.members = Members.during(cycle, catalogue);
        this.today = LocalDate.ofInstant(asOf.instant(), catalogue.zone());
        LocalDate last = cycle.until().minusDays(1);
        this.linesDay = today.isBefore(last) ? today : last;
    }

    /** The day of the assessment. */
    LocalDate today() {
        return today;
    }

    /** The point over the subjects of a unit, listing the first {@code most} of them. */
    public Measured measure(ControlPoint point, String unit, Optional<Condition> wanted, int most) {
        List<SubjectFigure> listed = new ArrayList<>();
        Group group = new Group(point, unit, members.of(point, unit));
        GroupFigure figure = group.rollUp(figures, catalogue.tree(), linesDay, wanted, subject -> {
            if (listed.size() < most) {
                listed.add(subject);
            }
        });
        return new Measured(
                point.id(),
                point.name(),
                point.unit().symbol(),
                point.rollUp(),
                wanted.map(Condition::text).orElse("标准值"),
                figure,
                listed);
    }
}
