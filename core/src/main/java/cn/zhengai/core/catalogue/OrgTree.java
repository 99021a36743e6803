package cn.zhengai.core.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The organisation tree: exactly one root, no loops, names and aliases that mean one unit each. */
public final class OrgTree {
    private final Map<String, OrgUnit> units = new LinkedHashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();

    /** @throws IllegalArgumentException when ids or names collide, a parent is missing, or the tree has a loop or not one root */
    public OrgTree(Collection<OrgUnit> declared) {
        for (OrgUnit unit : declared) {
            require(units.put(unit.id(), unit) == null, "unit twice: " + unit.id());
            name(unit.id(), unit.id());
            name(unit.name(), unit.id());
            unit.aliases().forEach(alias -> name(alias, unit.id()));
        }
        long roots = declared.stream().filter(u -> u.parent().isEmpty()).count();
        require(declared.isEmpty() || roots == 1, "one root expected, found " + roots);
        for (OrgUnit unit : declared) {
            unit.parent().ifPresent(parent -> {
                require(units.containsKey(parent), "unknown parent " + parent + " of " + unit.id());
                children.computeIfAbsent(parent, p -> new ArrayList<>()).add(unit.id());
            });
        }
        for (OrgUnit unit : declared) {
            require(climb(unit.id()) != null, "loop above " + unit.id());
        }
    }

    private void name(String name, String id) {
        String other = idByName.put(name, id);
        require(other == null || other.equals(id), "name " + name + " means " + other + " and " + id);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private @org.jspecify.annotations.Nullable List<OrgUnit> climb(String id) {
        List<OrgUnit> way = new ArrayList<>();
        Optional<String> next = Optional.of(id);
        while (next.isPresent()) {
            OrgUnit unit = units.get(next.get());
            if (unit == null || way.size() > units.size()) {
                return null;
            }
            way.add(unit);
            next = unit.parent();
        }
        return way;
    }

    /** All units as declared. */
    public List<OrgUnit> units() {
        return List.copyOf(units.values());
    }

    public Optional<OrgUnit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /** By id, name or alias. */
    public Optional<OrgUnit> named(String idNameOrAlias) {
        return Optional.ofNullable(idByName.get(idNameOrAlias.trim())).map(units::get);
    }

    /** The unit first, then its parent, up to the root; empty for an unknown id. */
    public List<OrgUnit> upwards(String id) {
        List<OrgUnit> way = climb(id);
        return way == null ? List.of() : List.copyOf(way);
    }

    /** Ids of the unit and everything below it, top down; empty for an unknown id. */
    public Set<String> subtree(String id) {
        Set<String> found = new LinkedHashSet<>();
        if (units.containsKey(id)) {
            collect(id, found);
        }
        return found;
    }

    private void collect(String id, Set<String> into) {
        into.add(id);
        children.getOrDefault(id, List.of()).forEach(child -> collect(child, into));
    }

    /** The nearest department at or above the unit: who is graded (Art. 11). Empty for the committee itself. */
    public Optional<OrgUnit> department(String id) {
        return upwards(id).stream()
                .filter(u -> u.kind() == OrgUnit.Kind.DEPARTMENT)
                .findFirst();
    }
}
