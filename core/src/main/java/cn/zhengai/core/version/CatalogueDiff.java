package cn.zhengai.core.version;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.version.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** What two versions differ in, property by property. Persons are counted, never named. */
public final class CatalogueDiff {
    private final Catalogue before;
    private final Catalogue after;
    private final Described described;
    private final List<Change> changes = new ArrayList<>();

    private CatalogueDiff(Catalogue before, Catalogue after) {
        this.before = before;
        this.after = after;
        this.described = new Described(after);
    }

    /** By kind, then in the order of the older one, what is new last. */
    public static List<Change> between(Catalogue before, Catalogue after) {
        CatalogueDiff diff = new CatalogueDiff(before, after);
        diff.compare();
        return List.copyOf(diff.changes);
    }

    private void compare() {
        properties(Kind.COLLEGE, "", "", described.college(before), described.college(after));
        things(
                Kind.UNIT,
                described.units(before),
                described.units(after),
                (c, id) -> c.tree().unit(id).map(u -> u.name()).orElse(id));
        things(
                Kind.SUBJECT,
                subjects(before),
                subjects(after),
                (c, id) -> c.subject(id).map(Subject::name).orElse(id));
        for (Level level : Level.values()) {
            if (level.personal()) {
                persons(level);
            }
        }
        things(
                Kind.POINT,
                described.points(before),
                described.points(after),
                (c, id) -> c.point(id).map(p -> p.name()).orElse(id));
        things(
                Kind.CYCLE,
                Described.cycles(before),
                Described.cycles(after),
                (c, id) -> c.cycle(id).map(y -> y.name()).orElse(id));
        things(Kind.GOAL, described.goals(before), described.goals(after), CatalogueDiff::goalName);
        things(
                Kind.SOURCE,
                described.sources(before),
                described.sources(after),
                (c, id) -> Objects.requireNonNull(c.sources().get(id)).name());
    }

    private static String goalName(Catalogue c, String key) {
        return c.goals().stream()
                .filter(g -> Described.key(g).equals(key))
                .findFirst()
                .map(g -> g.name())
                .orElse(key);
    }

    private Map<String, Map<String, String>> subjects(Catalogue c) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        c.subjects().values().stream()
                .filter(s -> !s.level().personal())
                .forEach(s -> all.put(s.id(), described.subject(s, c)));
        return all;
    }

    private void things(
            Kind kind,
            Map<String, Map<String, String>> old,
            Map<String, Map<String, String>> young,
            BiFunction<Catalogue, String, String> name) {
        Set<String> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(young.keySet());
        for (String id : ids) {
            Map<String, String> was = old.get(id);
            Map<String, String> is = young.get(id);
            if (was == null) {
                changes.add(new Change(kind, id, name.apply(after, id), "新增", "", ""));
            } else if (is == null) {
                changes.add(new Change(kind, id, name.apply(before, id), "删除", "", ""));
            } else {
                properties(kind, id, name.apply(after, id), was, is);
            }
        }
    }

    private void properties(Kind kind, String id, String name, Map<String, String> was, Map<String, String> is) {
        Set<String> keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            String old = was.getOrDefault(key, "");
            String young = is.getOrDefault(key, "");
            if (!old.equals(young)) {
                changes.add(new Change(kind, id, name, key, old, young));
            }
        }
    }

    private void persons(Level level) {
        Map<String, Subject> was = byId(before, level);
        Map<String, Subject> is = byId(after, level);
        long added = is.keySet().stream().filter(id -> !was.containsKey(id)).count();
        long gone = was.keySet().stream().filter(id -> !is.containsKey(id)).count();
        long changed = is.values().stream()
                .filter(s -> was.containsKey(s.id()) && !s.equals(was.get(s.id())))
                .count();
        if (added + gone + changed > 0) {
            changes.add(new Change(
                    Kind.SUBJECT,
                    "",
                    level.chinese(),
                    "名单：新增 " + added + " 名，删除 " + gone + " 名，变更 " + changed + " 名",
                    "",
                    ""));
        }
    }

    private static Map<String, Subject> byId(Catalogue c, Level level) {
        Map<String, Subject> found = new LinkedHashMap<>();
        c.subjectsOf(level).forEach(s -> found.put(s.id(), s));
        return found;
    }
}
