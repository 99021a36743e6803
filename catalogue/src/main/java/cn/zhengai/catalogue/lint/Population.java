package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which units have subjects, by level and group: a yes or no in constant time, for any number of subjects. */
final class Population {
    private static final String ANY = "";

    private record Home(Level level, String group, String unit) {}

    private final Set<Home> homes = new HashSet<>();

    Population(List<Declared<Subject>> subjects, Ancestry ancestry) {
        for (Declared<Subject> subject : subjects) {
            Subject value = subject.value();
            for (String unit : ancestry.upwards(value.unit())) {
                homes.add(new Home(value.level(), ANY, unit));
                value.groups().forEach(group -> homes.add(new Home(value.level(), group, unit)));
            }
        }
    }

    /** Is there a subject the point applies to in the unit or below it? */
    boolean any(ControlPoint point, String unit) {
        Set<String> groups = point.appliesTo().isEmpty() ? Set.of(ANY) : point.appliesTo();
        return groups.stream().anyMatch(group -> homes.contains(new Home(point.level(), group, unit)));
    }
}
