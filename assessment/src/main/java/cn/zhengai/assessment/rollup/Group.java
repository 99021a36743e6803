package cn.zhengai.assessment.rollup;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.ThreeLines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One point over the subjects of one unit.
 *
 * @param unit whose lines the group's band is taken from
 * @param subjects of the unit to which the point applies
 */
public record Group(ControlPoint point, String unit, List<Subject> subjects) {

    /**
     * Rolls the group up.
     *
     * @param tree for lines that are limited to units
     * @param day whose lines hold: the last of the cycle, or today while it runs
     * @param wanted what a subject has to meet; empty: its standard (what a SHARE_MET figure counts)
     * @param each takes every subject's part, in the order of {@code subjects}
     */
    public GroupFigure rollUp(
            CycleFigures figures,
            OrgTree tree,
            LocalDate day,
            Optional<Condition> wanted,
            Consumer<SubjectFigure> each) {
        LinesInForce lines = new LinesInForce(point, tree, day);
        GroupSum sum = new GroupSum(point.rollUp());
        for (Subject subject : subjects) {
            Optional<SeriesFigure> figure = figures.of(point.id(), subject.id());
            SubjectFigure part = part(subject, figure, lines.of(subject), wanted);
            sum.add(figure, part);
            each.accept(part);
        }
        return sum.total(value -> lines.ofUnit(unit).band(NumberLine.position(value)));
    }

    private static SubjectFigure part(
            Subject subject, Optional<SeriesFigure> figure, ThreeLines lines, Optional<Condition> wanted) {
        Optional<Fraction> value = figure.flatMap(SeriesFigure::value);
        boolean meets = false;
        Band band = Band.UNKNOWN;
        if (value.isPresent()) {
            long position = NumberLine.position(value.get());
            band = lines.band(position);
            meets = wanted.orElse(lines.standard()).holds(position);
        }
        return new SubjectFigure(
                subject.id(),
                subject.name(),
                value,
                band,
                meets,
                figure.map(SeriesFigure::count).orElse(0L),
                figure.map(f -> Instant.ofEpochMilli(f.lastAt())),
                figure.map(SeriesFigure::lastRow).orElse(0));
    }
}
