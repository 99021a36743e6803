package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.LinesVersion.Scope;
import cn.zhengai.core.catalogue.Subject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Overrides of equal rank that speak about one subject: two groups it is in, or a unit and one below it where the later
 * date, not the narrower unit, would win.
 */
final class OverlapLint {
    private final Draft draft;
    private final Ancestry ancestry;
    private final Findings findings;
    /** For each set of two or more groups that some subject of the level carries, that subject. */
    private final Map<Level, Map<Set<String>, Subject>> carriers = new EnumMap<>(Level.class);

    OverlapLint(Draft draft, Ancestry ancestry, Findings findings) {
        this.draft = draft;
        this.ancestry = ancestry;
        this.findings = findings;
        for (Declared<Subject> subject : draft.subjects()) {
            if (subject.value().groups().size() > 1) {
                carriers.computeIfAbsent(subject.value().level(), level -> new HashMap<>())
                        .putIfAbsent(subject.value().groups(), subject.value());
            }
        }
    }

    void check() {
        for (DeclaredPoint point : draft.points()) {
            of(point, Scope.Kind.GROUP)
                    .forEach(later -> of(point, Scope.Kind.GROUP).stream()
                            .takeWhile(earlier -> !earlier.equals(later))
                            .filter(earlier -> differ(earlier, later))
                            .findFirst()
                            .ifPresent(earlier -> groups(point, earlier, later)));
            of(point, Scope.Kind.UNIT)
                    .forEach(wider -> of(point, Scope.Kind.UNIT).stream()
                            .filter(narrower -> differ(narrower, wider) && hides(point, wider, narrower))
                            .findFirst()
                            .ifPresent(narrower -> units(point, wider, narrower)));
        }
    }

    private static List<Declared<LinesVersion>> of(DeclaredPoint point, Scope.Kind kind) {
        return point.versions().stream()
                .filter(version -> version.value().scope().kind() == kind)
                .toList();
    }

    private static boolean differ(Declared<LinesVersion> one, Declared<LinesVersion> other) {
        return !one.value().scope().equals(other.value().scope())
                && !one.value().lines().equals(other.value().lines());
    }

    private void groups(DeclaredPoint point, Declared<LinesVersion> earlier, Declared<LinesVersion> later) {
        String one = earlier.value().scope().id();
        String other = later.value().scope().id();
        Optional<Subject> both = carriers.getOrDefault(point.value().level(), Map.of()).entrySet().stream()
                .filter(carried -> carried.getKey().contains(one)
                        && carried.getKey().contains(other)
                        && point.value().appliesTo(carried.getValue()))
                .map(Map.Entry::getValue)
                .min((a, b) -> a.id().compareTo(b.id()));
        both.ifPresent(subject -> findings.add(
                later.placeOf("group"),
                Code.OVERRIDES_OVERLAP,
                "%s对分组“%s”（标准 %s）和“%s”（标准 %s）各有个别值，而主体“%s”（%s）两个分组都有，说不清按哪一条；请给它单写一条 subject，或让分组不重叠。"
                        .formatted(
                                point.title(),
                                one,
                                earlier.value().lines().standard(),
                                other,
                                later.value().lines().standard(),
                                subject.name(),
                                subject.id())));
    }

    private boolean hides(DeclaredPoint point, Declared<LinesVersion> wider, Declared<LinesVersion> narrower) {
        int later = wider.value().from().compareTo(narrower.value().from());
        boolean wins = later > 0
                || later == 0
                        && point.versions().indexOf(wider) > point.versions().indexOf(narrower);
        return wins
                && ancestry.covers(
                        wider.value().scope().id(), narrower.value().scope().id());
    }

    private void units(DeclaredPoint point, Declared<LinesVersion> wider, Declared<LinesVersion> narrower) {
        findings.add(
                wider.placeOf("unit"),
                Code.OVERRIDES_OVERLAP,
                "%s对单位 %s 的个别值（标准 %s）会盖过它下属单位 %s 的（标准 %s），因为两条都是单位而这条生效更晚或写得更靠后；请把上级单位的那条写在前面，日期不晚于下属单位的。"
                        .formatted(
                                point.title(),
                                wider.value().scope().id(),
                                wider.value().lines().standard(),
                                narrower.value().scope().id(),
                                narrower.value().lines().standard()));
    }
}
