package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names that people take for one another, names written twice, and characters that nobody sees. */
record NameLint(Draft draft, Findings findings) {

    private record Meaning(String id, String written) {}

    void check() {
        Map<String, Meaning> units = new HashMap<>();
        for (Declared<OrgUnit> unit : draft.units()) {
            List<Scalar> names = names(unit.node(), List.of("id", "name"), "aliases");
            names.forEach(name -> alike(units, name, unit.value().id(), "单位"));
            twice(
                    unit.node(),
                    Set.of(unit.value().id(), unit.value().name()),
                    "单位“" + unit.value().name() + "”");
        }
        Map<String, Meaning> subjects = new HashMap<>();
        Map<String, Meaning> groups = new HashMap<>();
        for (Declared<Subject> subject : draft.subjects()) {
            Subject value = subject.value();
            List<Scalar> names = names(subject.node(), List.of("id"), "aliases");
            names.forEach(name -> alike(subjects, name, value.id(), "主体"));
            twice(subject.node(), Set.of(value.id()), "主体 " + value.id());
            seen(subject.node(), "name", true);
            for (Scalar group : names(subject.node(), List.of(), "groups")) {
                group(groups, value, group);
            }
        }
        for (DeclaredPoint point : draft.points()) {
            seen(point.node(), "id", false);
            seen(point.node(), "name", false);
        }
    }

    /** Those of the names in which every character can be seen; the others are reported. */
    private List<Scalar> names(Mapping entry, List<String> keys, String list) {
        List<Scalar> names = new ArrayList<>(keys.size() + 2);
        keys.forEach(key -> entry.scalar(key).ifPresent(names::add));
        names.addAll(entry.scalars(list));
        names.removeIf(name -> !seen(name, false));
        return names;
    }

    private void seen(Mapping entry, String key, boolean ofPeople) {
        entry.scalar(key).ifPresent(name -> seen(name, ofPeople));
    }

    private boolean seen(Scalar name, boolean ofPeople) {
        var hidden = Alike.invisible(name.text(), ofPeople);
        hidden.ifPresent(c -> findings.add(
                name.place(),
                Code.INVISIBLE_CHARACTER,
                "“%s”里有看不见的字符 %s，看起来一样的名称会对不上；请删去它重新输入。"
                        .formatted(name.text(), String.format(Locale.ROOT, "U+%04X", c))));
        return hidden.isEmpty();
    }

    private void alike(Map<String, Meaning> known, Scalar name, String id, String kind) {
        String written = name.text().trim();
        Meaning first = known.putIfAbsent(Alike.key(written), new Meaning(id, written));
        if (first != null && !first.id().equals(id) && !first.written().equals(written)) {
            findings.add(
                    name.place(),
                    Code.NAMES_ALIKE,
                    "%s %s 的“%s”与%s %s 的“%s”只差全角半角、大小写或空格，采集时会认成两个；请改成明显不同的写法，或删去一处。"
                            .formatted(kind, id, written, kind, first.id(), first.written()));
        }
    }

    private void group(Map<String, Meaning> known, Subject subject, Scalar group) {
        String written = group.text().trim();
        String level = subject.level().name();
        Meaning first = known.putIfAbsent(level + Alike.key(written), new Meaning(level, written));
        if (first != null && !first.written().equals(written)) {
            known.put(level + Alike.key(written), new Meaning(level, written));
            findings.add(
                    group.place(),
                    Code.NAMES_ALIKE,
                    "分组“%s”与前面的“%s”只差全角半角、大小写或空格，会成为两个分组；请统一写法。".formatted(written, first.written()));
        }
    }

    private void twice(Mapping entry, Set<String> own, String whose) {
        Set<String> known = new HashSet<>(own);
        for (Scalar alias : entry.scalars("aliases")) {
            String written = alias.text().trim();
            if (!known.add(written)) {
                findings.add(
                        alias.place(),
                        Code.ALIAS_TWICE,
                        "%s的别名“%s”%s；请删去这个别名。"
                                .formatted(whose, written, own.contains(written) ? "就是它自己的编号或名称" : "写了两次"));
            }
        }
    }
}
