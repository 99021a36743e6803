package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Subject;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Groups that subjects carry and no point of their level speaks about. One finding a level, however many there are; none
 * for a level without points.
 */
record GroupUseLint(Draft draft, Findings findings) {

    void check() {
        Map<Level, Set<String>> used = used();
        Map<Level, Map<String, Declared<Subject>>> idle = new EnumMap<>(Level.class);
        for (Declared<Subject> subject : draft.subjects()) {
            Set<String> known = used.get(subject.value().level());
            if (known != null) {
                subject.value().groups().stream()
                        .filter(group -> !known.contains(group))
                        .sorted()
                        .forEach(group -> idle.computeIfAbsent(subject.value().level(), level -> new LinkedHashMap<>())
                                .putIfAbsent(group, subject));
            }
        }
        idle.forEach(this::report);
    }

    private Map<Level, Set<String>> used() {
        Map<Level, Set<String>> used = new EnumMap<>(Level.class);
        for (DeclaredPoint point : draft.points()) {
            Set<String> groups = used.computeIfAbsent(point.value().level(), level -> new HashSet<>());
            groups.addAll(point.value().appliesTo());
            point.versions().stream()
                    .map(version -> version.value().scope())
                    .filter(scope -> scope.kind() == LinesVersion.Scope.Kind.GROUP)
                    .forEach(scope -> groups.add(scope.id()));
        }
        return used;
    }

    private void report(Level level, Map<String, Declared<Subject>> groups) {
        Map.Entry<String, Declared<Subject>> first =
                groups.entrySet().iterator().next();
        findings.add(
                place(first.getValue(), first.getKey()),
                Code.GROUP_UNUSED,
                "%s层面没有质控点用到分组“%s”%s，它不起作用；请核对写法，在 applies-to 或 overrides 里用上它，或删去。"
                        .formatted(
                                level.chinese(),
                                first.getKey(),
                                groups.size() > 1 ? "等 " + groups.size() + " 个分组" : ""));
    }

    /** Where the group is written; of one that the whole file gives, the subject. */
    private static Place place(Declared<Subject> subject, String group) {
        return subject.node().scalars("groups").stream()
                .filter(written -> written.text().trim().equals(group))
                .findFirst()
                .map(Scalar::place)
                .orElse(subject.node().place());
    }
}
