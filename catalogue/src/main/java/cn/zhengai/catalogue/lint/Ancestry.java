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
}
