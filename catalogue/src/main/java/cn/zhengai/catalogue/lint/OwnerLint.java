package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who answers for something can: a department, with a head or an address of its own. */
final class OwnerLint {
    private final Draft draft;
    private final Ancestry ancestry;
    private final Findings findings;

    OwnerLint(Draft draft, Ancestry ancestry, Findings findings) {
        this.draft = draft;
        this.ancestry = ancestry;
        this.findings = findings;
    }

    void check() {
        leads();
        pointOwners();
        roles();
    }

    private void leads() {
        draft.college()
                .ifPresent(college -> college.leadOffices()
                        .forEach((level, id) -> ancestry.unit(id)
                                .filter(unit -> unit.value().kind() != OrgUnit.Kind.DEPARTMENT)
                                .ifPresent(unit -> findings.add(
                                        college.node()
                                                .mapping("lead-offices")
                                                .orElse(college.node())
                                                .placeOf(level.name().toLowerCase(Locale.ROOT)),
                                        Code.LEAD_OFFICE_KIND,
                                        "%s层面的牵头部门“%s”是%s，不是部门；牵头部门要受理本层面的预警和审核，请写一个部门（《办法》第三条）。"
                                                .formatted(
                                                        level.chinese(),
                                                        unit.value().name(),
                                                        unit.value().kind().chinese())))));
    }

    private void pointOwners() {
        Map<String, List<DeclaredPoint>> owned = new LinkedHashMap<>();
        draft.points()
                .forEach(point -> point.value()
                        .owner()
                        .ifPresent(owner -> owned.computeIfAbsent(owner, id -> new ArrayList<>())
                                .add(point)));
        owned.forEach((owner, points) -> ancestry.unit(owner)
                .filter(unit -> unit.value().kind() != OrgUnit.Kind.DEPARTMENT)
                .ifPresent(unit -> findings.add(
                        points.get(0).placeOf("owner"),
                        Code.OWNER_NOT_DEPARTMENT,
                        "%s%s的责任单位“%s”是%s，不是部门；全校的质控点要由部门负责，请写它的上级部门，或不写 owner（由主体所属单位负责）。"
                                .formatted(
                                        points.get(0).title(),
                                        points.size() > 1 ? "等 " + points.size() + " 个" : "",
                                        unit.value().name(),
                                        unit.value().kind().chinese()))));
    }

    private void roles() {
        Map<String, Duty> duties = new LinkedHashMap<>();
        draft.college().ifPresent(college -> {
            for (Level level : Level.values()) {
                Optional.ofNullable(college.leadOffices().get(level))
                        .ifPresent(id -> duty(duties, id, level.chinese() + "层面的牵头"));
            }
        });
        draft.points().forEach(point -> point.value().owner().ifPresent(id -> duty(duties, id, point.title())));
        draft.sources()
                .forEach(source -> source.value()
                        .owner()
                        .ifPresent(id -> duty(duties, id, "来源“" + source.value().name() + "”")));
        draft.goals()
                .forEach(goal ->
                        duty(duties, goal.value().unit(), "目标“" + goal.value().name() + "”"));
        duties.forEach((id, duty) -> ancestry.unit(id)
                .filter(unit ->
                        unit.value().head().isEmpty() && unit.value().contacts().isEmpty())
                .filter(unit -> ancestry.reachable(id))
                .ifPresent(unit -> report(unit, duty)));
    }

    private record Duty(String first, int count) {}

    private static void duty(Map<String, Duty> duties, String unit, String what) {
        duties.merge(unit, new Duty(what, 1), (known, more) -> new Duty(known.first(), known.count() + 1));
    }

    private void report(Declared<OrgUnit> unit, Duty duty) {
        findings.add(
                unit.node().place(),
                Code.OWNER_WITHOUT_ROLE,
                "单位“%s”负责%s%s，却没有负责人（head），自己也没有 contacts，预警只会发给上级；请至少写一样。"
                        .formatted(
                                unit.value().name(), duty.first(), duty.count() > 1 ? "等 " + duty.count() + " 项" : ""));
    }
}
