package cn.zhengai.assessment.raw;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives units and subjects of a catalogue a life. */
public final class Lives {
    private Lives() {}

    /** @param lives by id of unit or subject */
    public static Catalogue of(Catalogue c, Map<String, Life> lives) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        c.subjects()
                .forEach((id, s) -> subjects.put(
                        id,
                        new Subject(
                                id,
                                s.name(),
                                s.level(),
                                s.unit(),
                                s.aliases(),
                                s.groups(),
                                lives.getOrDefault(id, s.life()))));
        OrgTree tree = new OrgTree(c.tree().units().stream()
                .map(u -> new OrgUnit(
                        u.id(),
                        u.name(),
                        u.kind(),
                        u.parent(),
                        u.aliases(),
                        u.head(),
                        u.contacts(),
                        lives.getOrDefault(u.id(), u.life())))
                .toList());
        return new Catalogue(
                c.college(),
                c.zone(),
                tree,
                c.leadOffices(),
                subjects,
                c.points(),
                c.cycles(),
                c.goals(),
                c.sources(),
                c.digest());
    }
}
