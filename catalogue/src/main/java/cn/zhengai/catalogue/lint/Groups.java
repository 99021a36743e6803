package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.reference.Nearest;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Subject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which groups the subjects of a level carry, and on which level a subject is. */
final class Groups {
    private final Findings findings;
    private final Map<Level, Set<String>> carried = new EnumMap<>(Level.class);
    private final Map<String, Level> levels = new HashMap<>();

    Groups(List<Declared<Subject>> subjects, Findings findings) {
        this.findings = findings;
        for (Declared<Subject> subject : subjects) {
            Subject value = subject.value();
            levels.put(value.id(), value.level());
            carried.computeIfAbsent(value.level(), level -> new TreeSet<>()).addAll(value.groups());
        }
    }

    /** The groups a point is limited to exist. */
    void limits(DeclaredPoint point) {
        for (Scalar written : point.node().scalars("applies-to")) {
            known(point, written);
        }
    }

    /** An override's group exists; its subject is on the point's level. */
    void scope(DeclaredPoint point, Declared<LinesVersion> override) {
        override.node().scalar("group").ifPresent(written -> known(point, written));
        Level level = levels.get(override.value().scope().id());
        if (override.value().scope().kind() == LinesVersion.Scope.Kind.SUBJECT
                && level != null
                && level != point.value().level()) {
            findings.add(
                    override.placeOf("subject"),
                    Code.OVERRIDE_OTHER_LEVEL,
                    "%s属于%s层面，而主体 %s 属于%s层面，这条值不会生效；请核对主体编号。"
                            .formatted(
                                    point.title(),
                                    point.value().level().chinese(),
                                    override.value().scope().id(),
                                    level.chinese()));
        }
    }

    private void known(DeclaredPoint point, Scalar written) {
        Set<String> groups = carried.get(point.value().level());
        String group = written.text().trim();
        if (groups != null && !groups.contains(group)) {
            findings.add(
                    written.place(),
                    Code.UNKNOWN_GROUP,
                    "%s层面没有主体带分组“%s”%s；请核对写法，或给主体加上这个分组。"
                            .formatted(point.value().level().chinese(), group, Nearest.suggestion(group, groups)));
        }
    }
}
