package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Role;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The lines of a point against its plausible range, and versions and overrides against each other. */
record LineLint(List<DeclaredPoint> points, Groups groups, Findings findings) {

    void check() {
        for (DeclaredPoint point : points) {
            groups.limits(point);
            Set<Object> seen = new HashSet<>();
            for (Declared<LinesVersion> version : point.versions()) {
                plausible(point, version);
                if (!seen.add(List.of(version.value().from(), version.value().scope()))) {
                    findings.add(
                            version.placeOf("from"),
                            Code.VERSION_TWICE,
                            "%s对同一范围、同一生效日期（%s）写了两次值；请删去一条或改日期。"
                                    .formatted(point.title(), version.value().from()));
                }
                if (version.value().scope().kind() != LinesVersion.Scope.Kind.ALL) {
                    groups.scope(point, version);
                    veto(point, version);
                }
            }
        }
    }

    private void plausible(DeclaredPoint point, Declared<LinesVersion> version) {
        if (point.value().plausible().isEmpty()) {
            return;
        }
        ThreeLines lines = version.value().lines();
        boolean told = never(point, version, new Line(Role.STANDARD, lines.standard()), Code.STANDARD_IMPLAUSIBLE)
                || never(point, version, new Line(Role.TARGET, lines.target()), Code.TARGET_IMPLAUSIBLE);
        if (!told) {
            never(point, version, new Line(Role.WARNING, lines.warning()), Code.NEVER_WARNS);
        }
    }

    private record Line(Role role, Condition condition) {}

    /** Reports a line, written here, that no plausible value reaches. */
    private boolean never(DeclaredPoint point, Declared<LinesVersion> version, Line line, Code code) {
        Condition range = point.value().plausible().orElseThrow();
        boolean written = version.node().has(line.role().key());
        boolean never = written && range.overlap(line.condition()).isEmpty();
        if (never) {
            findings.add(
                    version.placeOf(line.role().key()),
                    code,
                    "%s的%s“%s”在合理范围 %s 之外，%s；请核对数值或放宽 plausible。"
                            .formatted(
                                    point.title(),
                                    line.role().chinese(),
                                    line.condition(),
                                    range,
                                    line.role() == Role.WARNING ? "永远不会预警" : "永远达不到"));
        }
        return never;
    }

    private void veto(DeclaredPoint point, Declared<LinesVersion> override) {
        if (!point.value().watch().veto()) {
            return;
        }
        Condition strict = wide(point, override.value().from()).warning();
        OptionalLong spared = strict.outside(override.value().lines().warning());
        if (spared.isPresent()) {
            findings.add(
                    override.placeOf(Role.WARNING.key()),
                    Code.VETO_LOOSENED,
                    "%s是一票否决，个别值不能放宽预警：%s 按“%s”要预警，按这里的“%s”却不预警；请删去这条或收紧。"
                            .formatted(
                                    point.title(),
                                    point.value().unit().show(figure(spared.getAsLong())),
                                    strict,
                                    override.value().lines().warning()));
        }
    }

    private static ThreeLines wide(DeclaredPoint point, LocalDate day) {
        List<LinesVersion> all = point.versions().stream()
                .map(Declared::value)
                .filter(version -> version.scope().equals(LinesVersion.Scope.ALL))
                .sorted(Comparator.comparing(LinesVersion::from))
                .toList();
        return all.stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(all.get(0))
                .lines();
    }

    /** A {@link Micros#position position} as a decimal; one between two millionths as the middle. */
    private static String figure(long position) {
        long floor = Math.floorDiv(position, 2);
        return position % 2 == 0
                ? Micros.text(floor)
                : BigDecimal.valueOf(10 * floor + 5, 7).toPlainString();
    }
}
