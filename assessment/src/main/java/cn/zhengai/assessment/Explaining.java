package cn.zhengai.assessment;

import cn.zhengai.assessment.breakdown.ReadingEvidence;
import cn.zhengai.assessment.rollup.AsOf;
import cn.zhengai.assessment.rollup.PointFigure;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.assessment.scoring.Figuring;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes figures of one cycle apart, with one state of knowledge. */
record Explaining(Catalogue catalogue, ReadingStore store, Cycle cycle, AsOf asOf) {

    List<SubjectFigure> subjects(String unit, String goal) {
        Goal declared = goal(unit, goal);
        Optional<ControlPoint> point = point(declared);
        if (point.isEmpty()) {
            return List.of();
        }
        Optional<Condition> wanted = declared.scoring() instanceof Goal.Met met ? met.value() : Optional.empty();
        return new Figuring(catalogue, store, cycle, List.of(point.get()), asOf)
                .measure(point.get(), unit, wanted, Integer.MAX_VALUE)
                .subjects();
    }

    List<ReadingEvidence> readings(String unit, String goal, String subject) {
        Optional<ControlPoint> point = point(goal(unit, goal));
        Subject declared = catalogue
                .subject(subject)
                .filter(s -> catalogue.tree().subtree(unit).contains(s.unit()))
                .orElseThrow(() -> new NotDeclaredException("单位“" + unit + "”没有诊改主体“" + subject + "”"));
        if (point.isEmpty()) {
            return List.of();
        }
        Series series = Series.named(point.get().id(), declared.id());
        return store.read(series, from(), until(), asOf.knowledge()).stream()
                .map(logged -> evidence(logged, point.get().unit().scale()))
                .toList();
    }

    List<PointFigure> points(Level level) {
        List<ControlPoint> points =
                catalogue.pointsOf(level).stream().filter(ControlPoint::enabled).toList();
        Figuring figures = new Figuring(catalogue, store, cycle, points, asOf);
        String root = catalogue.tree().units().stream()
                .filter(u -> u.parent().isEmpty())
                .map(OrgUnit::id)
                .findFirst()
                .orElse("");
        return points.stream()
                .map(p -> new PointFigure(
                        p, figures.measure(p, root, Optional.empty(), 0).figure()))
                .toList();
    }

    private Goal goal(String unit, String goal) {
        return catalogue.goals().stream()
                .filter(g -> g.id().equals(goal)
                        && g.unit().equals(unit)
                        && g.cycle().equals(cycle.id()))
                .findFirst()
                .orElseThrow(
                        () -> new NotDeclaredException("周期“" + cycle.id() + "”里单位“" + unit + "”没有目标“" + goal + "”"));
    }

    /** Empty for tasks and for points that are not in use: nothing was read for them. */
    private Optional<ControlPoint> point(Goal goal) {
        return CollegeScoring.pointOf(goal).flatMap(catalogue::point).filter(ControlPoint::enabled);
    }

    private long from() {
        return cycle.fromMillis(catalogue.zone());
    }

    private long until() {
        return cycle.untilMillis(catalogue.zone());
    }

    private static ReadingEvidence evidence(Logged logged, int scale) {
        Reading reading = logged.reading();
        boolean ratio = reading.isRatio();
        return new ReadingEvidence(
                Instant.ofEpochMilli(reading.at()),
                reading.value(scale),
                ratio ? Optional.of(Fraction.ofMicros(reading.numerator())) : Optional.empty(),
                ratio ? Optional.of(Fraction.ofMicros(reading.denominator())) : Optional.empty(),
                logged.head().source(),
                logged.head().id(),
                reading.row(),
                logged.head().recordedAt(),
                logged.head().history(),
                logged.head().reason());
    }
}
