package cn.zhengai.assessment.rollup;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Subjects by level and unit, so that each group costs its own size and not the college's. */
public final class Members {
    private final Catalogue catalogue;
    private final Map<Level, Map<String, List<Subject>>> byUnit = new EnumMap<>(Level.class);

    /** All subjects. */
    public Members(Catalogue catalogue) {
        this(catalogue, subject -> true);
    }

    /** Those that exist in the cycle. */
    public static Members during(Cycle cycle, Catalogue catalogue) {
        return new Members(catalogue, subject -> subject.life().during(cycle));
    }

    private Members(Catalogue catalogue, Predicate<Subject> counted) {
        this.catalogue = catalogue;
        for (Subject subject : catalogue.subjects().values()) {
            if (!counted.test(subject)) {
                continue;
            }
            byUnit.computeIfAbsent(subject.level(), level -> new HashMap<>())
                    .computeIfAbsent(subject.unit(), unit -> new ArrayList<>())
                    .add(subject);
        }
    }

    /** As {@link Catalogue#subjectsOf(ControlPoint, String)} of the subjects counted, unit by unit from the top down, as declared within a unit. */
    public List<Subject> of(ControlPoint point, String unit) {
        Map<String, List<Subject>> ofLevel = byUnit.getOrDefault(point.level(), Map.of());
        List<Subject> found = new ArrayList<>();
        for (String below : catalogue.tree().subtree(unit)) {
            for (Subject subject : ofLevel.getOrDefault(below, List.of())) {
                if (point.appliesTo(subject)) {
                    found.add(subject);
                }
            }
        }
        return found;
    }
}
