package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.core.catalogue.OrgUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is above whom, also in a tree that is none: loops are walked once. */
final class Ancestry {
    private final Map<String, Declared<OrgUnit>> units = new LinkedHashMap<>();

    Ancestry(List<Declared<OrgUnit>> declared) {
        declared.forEach(unit -> units.putIfAbsent(unit.value().id(), unit));
    }

    Optional<Declared<OrgUnit>> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /** The unit first, then those above it, as far as they are known. */
    Set<String> upwards(String id) {
        Set<String> way = new LinkedHashSet<>();
        Optional<String> next = Optional.of(id);
        while (next.isPresent() && way.add(next.get())) {
            next = unit(next.get()).flatMap(unit -> unit.value().parent());
        }
        return way;
    }

    /** Has the unit, or one above it, an address? */
    boolean reachable(String id) {
        return upwards(id).stream()
                .flatMap(above -> unit(above).stream())
                .anyMatch(above -> !above.value().contacts().isEmpty());
    }

    /** Is {@code above} the unit itself or somewhere over it? */
    boolean covers(String above, String id) {
        return upwards(id).contains(above);
    }

    /** Stands a department at or above the unit? Also true for a unit whose way up does not end at a root. */
    boolean graded(String id) {
        List<Declared<OrgUnit>> way =
                upwards(id).stream().flatMap(above -> unit(above).stream()).toList();
        return way.isEmpty()
                || way.get(way.size() - 1).value().parent().isPresent()
                || way.stream().anyMatch(above -> above.value().kind() == OrgUnit.Kind.DEPARTMENT);
    }
}
