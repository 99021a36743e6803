package cn.zhengai.core.catalogue;

import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One measured thing on one level (质控点).
 *
 * @param id stable, e.g. {@code course.attendance}; unique over all levels
 * @param plausible values outside are rejected (112 % attendance)
 * @param weight share among its level's points, positive
 * @param owner id of the responsible unit; empty: the subject's own unit alone
 * @param appliesTo groups of subjects it is limited to; empty: all subjects of the level
 * @param versions lines by date of force and scope, at least one for {@link LinesVersion.Scope#ALL}
 * @param enabled sensitive points ship switched off: nothing is taken in for them
 * @param supply when its readings are late, and whose prevail
 */
public record ControlPoint(
        String id,
        String name,
        Level level,
        MeasureUnit unit,
        Direction direction,
        RollUp rollUp,
        Cadence cadence,
        Fraction weight,
        Optional<String> owner,
        Optional<Condition> plausible,
        Set<String> appliesTo,
        Watch watch,
        List<LinesVersion> versions,
        boolean enabled,
        Supply supply) {
    public ControlPoint {
        if (id.isBlank() || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException("point id is blank or has a slash: " + id);
        }
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("weight must be positive: " + id);
        }
        appliesTo = Set.copyOf(appliesTo);
        versions = List.copyOf(versions);
        if (versions.stream().noneMatch(v -> v.scope().equals(LinesVersion.Scope.ALL))) {
            throw new IllegalArgumentException("no lines for all subjects: " + id);
        }
    }

    /** With {@link Supply#STANDARD}. */
    public ControlPoint(
            String id,
            String name,
            Level level,
            MeasureUnit unit,
            Direction direction,
            RollUp rollUp,
            Cadence cadence,
            Fraction weight,
            Optional<String> owner,
            Optional<Condition> plausible,
            Set<String> appliesTo,
            Watch watch,
            List<LinesVersion> versions,
            boolean enabled) {
        this(
                id,
                name,
                level,
                unit,
                direction,
                rollUp,
                cadence,
                weight,
                owner,
                plausible,
                appliesTo,
                watch,
                versions,
                enabled,
                Supply.STANDARD);
    }

    /** The same, supplied so. */
    public ControlPoint with(Supply other) {
        return new ControlPoint(
                id, name, level, unit, direction, rollUp, cadence, weight, owner, plausible, appliesTo, watch, versions,
                enabled, other);
    }

    /** Carries numerator and denominator. */
    public boolean ratio() {
        return rollUp == RollUp.RATIO;
    }

    public boolean appliesTo(Subject subject) {
        return subject.level() == level
                && (appliesTo.isEmpty() || subject.groups().stream().anyMatch(appliesTo::contains));
    }

    /**
     * The lines that hold for a subject, by date of force, oldest first; each holds until the next begins. Before the
     * first date the first holds. A narrower scope replaces a wider one from its own date on, until it ends. What does not
     * change is not said again.
     */
    public List<LinesVersion> linesFor(Subject subject, OrgTree tree) {
        return inForce(
                versions.stream().filter(v -> v.scope().covers(subject, tree)).toList());
    }

    /** As {@link #linesFor}, for whoever no narrower scope covers. */
    public List<LinesVersion> linesForAll() {
        return inForce(versions.stream()
                .filter(v -> v.scope().equals(LinesVersion.Scope.ALL))
                .toList());
    }

    private static List<LinesVersion> inForce(List<LinesVersion> covering) {
        List<LinesVersion> inForce = new ArrayList<>();
        covering.stream()
                .flatMap(v -> Stream.concat(Stream.of(v.from()), v.until().stream()))
                .distinct()
                .sorted()
                .forEach(day -> narrowest(covering, day)
                        .filter(lines -> inForce.isEmpty()
                                || !lines.equals(inForce.get(inForce.size() - 1).lines()))
                        .ifPresent(lines -> inForce.add(new LinesVersion(day, LinesVersion.Scope.ALL, lines))));
        return inForce;
    }

    private static Optional<ThreeLines> narrowest(List<LinesVersion> covering, LocalDate day) {
        return covering.stream()
                .filter(v -> v.on(day))
                .max(Comparator.comparing((LinesVersion v) -> v.scope().kind()).thenComparing(LinesVersion::from))
                .map(LinesVersion::lines);
    }

    /** The same with other lines. */
    public ControlPoint with(List<LinesVersion> otherVersions) {
        return with(watch, otherVersions);
    }

    /** The same, watched otherwise and with other lines. */
    public ControlPoint with(Watch otherWatch, List<LinesVersion> otherVersions) {
        return new ControlPoint(
                id,
                name,
                level,
                unit,
                direction,
                rollUp,
                cadence,
                weight,
                owner,
                plausible,
                appliesTo,
                otherWatch,
                otherVersions,
                enabled,
                supply);
    }
}
