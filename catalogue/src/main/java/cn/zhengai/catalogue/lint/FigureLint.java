package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.build.Role;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import java.util.List;
import java.util.Set;

/** The figures of a point's lines against its unit, direction and roll-up. */
record FigureLint(Draft draft, Findings findings) {
    /** Counted things of which there is no half. */
    private static final Set<RollUp> WHOLE = Set.of(RollUp.LAST, RollUp.SUM, RollUp.MIN, RollUp.MAX);

    private static final long BEYOND = 2 * Micros.MAX;

    void check() {
        for (DeclaredPoint point : draft.points()) {
            for (Declared<LinesVersion> version : point.versions()) {
                fraction(point, version);
                counts(point, version);
            }
            idleRaise(point);
            flattery(point);
            shareOfOne(point);
        }
    }

    private void fraction(DeclaredPoint point, Declared<LinesVersion> version) {
        ControlPoint value = point.value();
        List<Long> figures = version.value().lines().target().figures();
        long highest = figures.get(figures.size() - 1);
        boolean percent = value.unit().scale() > 1;
        if (percent
                && value.direction() == Direction.HIGHER_IS_BETTER
                && version.node().has(Role.TARGET.key())
                && highest > 0
                && highest <= Micros.ONE) {
            findings.add(
                    version.placeOf(Role.TARGET.key()),
                    Code.FRACTION_AS_PERCENT,
                    "%s的单位是 %s，目标值“%s”只是 %s；如果写的是小数，请改为 %s。"
                            .formatted(
                                    point.title(),
                                    value.unit().symbol(),
                                    version.value().lines().target(),
                                    value.unit().show(Micros.text(highest)),
                                    Micros.text(highest * value.unit().scale())));
        }
    }

    private void counts(DeclaredPoint point, Declared<LinesVersion> version) {
        if (!PointLint.COUNTS.contains(point.value().unit().symbol())) {
            return;
        }
        ThreeLines lines = version.value().lines();
        boolean told = count(point, version, Role.TARGET, lines.target())
                || count(point, version, Role.STANDARD, lines.standard())
                || count(point, version, Role.WARNING, lines.warning());
        if (!told && version.node().equals(point.node())) {
            point.value().plausible().ifPresent(range -> negative(point, version, "plausible", range));
        }
    }

    private boolean count(DeclaredPoint point, Declared<LinesVersion> version, Role role, Condition line) {
        if (!version.node().has(role.key())) {
            return false;
        }
        boolean half = WHOLE.contains(point.value().rollUp())
                && line.figures().stream().anyMatch(figure -> figure % Micros.ONE != 0);
        if (half) {
            findings.add(
                    version.placeOf(role.key()),
                    Code.FRACTIONAL_COUNT,
                    "%s按“%s”计数，%s“%s”却不是整数；请写整数，或改正单位。"
                            .formatted(point.title(), point.value().unit().symbol(), role.chinese(), line));
        }
        return half || negative(point, version, role.key(), line);
    }

    private boolean negative(DeclaredPoint point, Declared<LinesVersion> version, String key, Condition line) {
        boolean below = line.figures().stream().anyMatch(figure -> figure < 0);
        if (below) {
            findings.add(
                    version.placeOf(key),
                    Code.NEGATIVE_COUNT,
                    "%s按“%s”计数，不会是负数，却写了“%s”；请改正数值或单位。"
                            .formatted(point.title(), point.value().unit().symbol(), line));
        }
        return below;
    }

    private void idleRaise(DeclaredPoint point) {
        if (!point.value().watch().raiseAtStandard()
                || point.versions().stream()
                        .anyMatch(version ->
                                between(point.value(), version.value().lines()))) {
            return;
        }
        ThreeLines lines = point.versions().get(0).value().lines();
        findings.add(
                point.placeOf("raise-at"),
                Code.RAISE_AT_IDLE,
                "%s写了 raise-at: standard，但达不到标准值“%s”的都已在预警值“%s”之内，这一项不起作用；请删去它，或把预警值写得更宽松。"
                        .formatted(point.title(), lines.standard(), lines.warning()));
    }

    /** Is some value neither on standard nor in warning? */
    private static boolean between(ControlPoint point, ThreeLines lines) {
        if (!point.unit().codes().isEmpty()) {
            for (long code = 0; code < point.unit().codes().size(); code++) {
                long at = Micros.position(Micros.ofWhole(code), false);
                if (!lines.standard().holds(at) && !lines.warning().holds(at)) {
                    return true;
                }
            }
            return false;
        }
        Condition range = point.plausible().orElseGet(() -> new Condition("any", List.of(-BEYOND, BEYOND)));
        return free(range, lines).stream()
                .anyMatch(at -> range.holds(at)
                        && !lines.standard().holds(at)
                        && !lines.warning().holds(at));
    }

    /** Where a free value would be found, if there were one: beside an end of one of the sets. */
    private static List<Long> free(Condition range, ThreeLines lines) {
        return List.of(range, lines.standard(), lines.warning()).stream()
                .flatMap(set -> set.bounds().stream())
                .flatMap(bound -> List.of(bound - 1, bound, bound + 1).stream())
                .toList();
    }

    private void flattery(DeclaredPoint point) {
        ControlPoint value = point.value();
        boolean best = value.rollUp() == RollUp.MAX && value.direction() == Direction.HIGHER_IS_BETTER
                || value.rollUp() == RollUp.MIN && value.direction() == Direction.LOWER_IS_BETTER;
        if (best) {
            findings.add(
                    point.placeOf("roll-up"),
                    Code.ROLL_UP_FLATTERS,
                    "%s%s，却按%s归集，一个周期里最好的一次就代表全部；请改用 last 或 mean，要看最差的一次请用 %s。"
                            .formatted(
                                    point.title(),
                                    value.direction().chinese(),
                                    value.rollUp().chinese(),
                                    value.rollUp() == RollUp.MAX ? "min" : "max"));
        }
    }

    private void shareOfOne(DeclaredPoint point) {
        if (point.value().rollUp() != RollUp.SHARE_MET) {
            return;
        }
        List<Subject> subjects = draft.subjects().stream()
                .map(Declared::value)
                .filter(point.value()::appliesTo)
                .limit(2)
                .toList();
        if (subjects.size() == 1) {
            findings.add(
                    point.placeOf("roll-up"),
                    Code.SHARE_OF_ONE,
                    "%s按达标主体占比归集，但只适用于“%s”一个主体，结果只会是 100 或 0；请改用 last，或核对 applies-to。"
                            .formatted(point.title(), subjects.get(0).name()));
        }
    }
}
