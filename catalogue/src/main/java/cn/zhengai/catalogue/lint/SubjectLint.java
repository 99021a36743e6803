package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An alias means one subject: otherwise readings under it could not be assigned. Subjects stand once, in a unit. */
record SubjectLint(List<Declared<Subject>> subjects, Ancestry ancestry, Findings findings) {

    void check() {
        Map<String, String> owners = new HashMap<>();
        Map<String, Declared<Subject>> named = new HashMap<>();
        Map<String, Subject> here = new HashMap<>();
        for (Declared<Subject> subject : subjects) {
            owners.put(subject.value().id(), subject.value().id());
            named.putIfAbsent(subject.value().name(), subject);
            once(here, subject);
        }
        for (Declared<Subject> subject : subjects) {
            for (Scalar alias : subject.node().scalars("aliases")) {
                alias(owners, named, subject.value().id(), alias);
            }
        }
        committees();
    }

    private void alias(Map<String, String> owners, Map<String, Declared<Subject>> named, String id, Scalar alias) {
        String name = alias.text().trim();
        String other = owners.putIfAbsent(name, id);
        Declared<Subject> namesake = named.get(name);
        if (other != null && !other.equals(id)) {
            findings.add(
                    alias.place(),
                    Code.ALIAS_COLLISION,
                    "别名“%s”同时指主体 %s 和 %s，采集值会分不清是谁的；请改掉一处。".formatted(name, other, id));
        } else if (other == null && namesake != null && !namesake.value().id().equals(id)) {
            findings.add(
                    alias.place(),
                    Code.ALIAS_IS_A_NAME,
                    "主体 %s 的别名“%s”是主体 %s 的名称，写这个名称的采集值会记到 %s 名下；请换一个别名。"
                            .formatted(id, name, namesake.value().id(), id));
        }
    }

    /** Persons of one name are usual, two courses of one name in one unit are one course entered twice. */
    private void once(Map<String, Subject> here, Declared<Subject> subject) {
        Subject value = subject.value();
        if (value.level() == Level.TEACHER || value.level() == Level.STUDENT) {
            return;
        }
        String key = value.level() + "\n" + value.unit() + "\n" + Alike.key(value.name());
        Subject first = here.putIfAbsent(key, value);
        if (first != null && !first.id().equals(value.id()) && together(first.life(), value.life())) {
            findings.add(
                    subject.placeOf("name"),
                    Code.SUBJECT_TWICE,
                    "单位 %s 已有名为“%s”的%s层面主体 %s，采集值会分在两处；是同一个请删去 %s（编号写进另一个的 aliases），不是请把名称写得分得开。"
                            .formatted(value.unit(), value.name(), value.level().chinese(), first.id(), value.id()));
        }
    }

    private static boolean together(Life one, Life other) {
        return goesOn(one, other) && goesOn(other, one);
    }

    private static boolean goesOn(Life one, Life other) {
        return one.until()
                .flatMap(end -> other.from().filter(begin -> !begin.isBefore(end)))
                .isEmpty();
    }

    private void committees() {
        Map<String, List<Declared<Subject>>> inside = new LinkedHashMap<>();
        subjects.stream()
                .filter(subject -> subject.value().level() != Level.SCHOOL)
                .filter(subject -> ancestry.unit(subject.value().unit())
                        .filter(unit -> unit.value().kind() == OrgUnit.Kind.COMMITTEE)
                        .isPresent())
                .forEach(subject -> inside.computeIfAbsent(subject.value().unit(), unit -> new ArrayList<>())
                        .add(subject));
        inside.forEach((unit, all) -> findings.add(
                all.get(0).placeOf("unit"),
                Code.SUBJECT_IN_COMMITTEE,
                "%s层面主体“%s”%s属于委员会 %s，不会计入任何部门的考核，预警也直接到委员会；请写它所在的部门或教研室。"
                        .formatted(
                                all.get(0).value().level().chinese(),
                                all.get(0).value().name(),
                                all.size() > 1 ? "等 " + all.size() + " 个" : "",
                                unit)));
    }
}
