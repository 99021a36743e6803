package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Role;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.ThreeLines;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lines of a point against its plausible range, and no two for one scope and day. */
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
            Code code = point.value().watch().veto() ? Code.VETO_NEVER_WARNS : Code.NEVER_WARNS;
            never(point, version, new Line(Role.WARNING, lines.warning()), code);
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
                                    line.role() != Role.WARNING
                                            ? "永远达不到"
                                            : code == Code.VETO_NEVER_WARNS ? "一票否决永远不会触发" : "永远不会预警"));
        }
        return never;
    }
}
