package cn.zhengai.assessment.rollup;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The three lines of one point on one day, for subjects and for units as a whole. Used by one thread. */
public final class LinesInForce {
    private final ControlPoint point;
    private final OrgTree tree;
    private final LocalDate day;
    private final Set<String> ownLines = new HashSet<>();
    private final Set<String> groupLines = new HashSet<>();
    private final Map<String, ThreeLines> byUnit = new HashMap<>();

    public LinesInForce(ControlPoint point, OrgTree tree, LocalDate day) {
        this.point = point;
        this.tree = tree;
        this.day = day;
        for (LinesVersion version : point.versions()) {
            if (version.scope().kind() == LinesVersion.Scope.Kind.SUBJECT) {
                ownLines.add(version.scope().id());
            } else if (version.scope().kind() == LinesVersion.Scope.Kind.GROUP) {
                groupLines.add(version.scope().id());
            }
        }
    }

    public ThreeLines of(Subject subject) {
        boolean special = ownLines.contains(subject.id())
                || (!groupLines.isEmpty() && subject.groups().stream().anyMatch(groupLines::contains));
        return special ? onTheDay(subject) : ofUnit(subject.unit());
    }

    /** What holds for a unit as a whole: lines for groups and single subjects do not count. */
    public ThreeLines ofUnit(String unit) {
        return byUnit.computeIfAbsent(
                unit, id -> onTheDay(new Subject("\u0000unit", id, point.level(), id, List.of(), Set.of())));
    }

    private ThreeLines onTheDay(Subject subject) {
        List<LinesVersion> versions = point.linesFor(subject, tree);
        ThreeLines lines = versions.get(0).lines();
        for (LinesVersion version : versions) {
            if (!version.from().isAfter(day)) {
                lines = version.lines();
            }
        }
        return lines;
    }
}
