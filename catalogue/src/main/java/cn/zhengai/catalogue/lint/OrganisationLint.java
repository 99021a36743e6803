package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.College;
import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.core.catalogue.OrgUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One tree with the committee on top, and somewhere to send what the responsible units must know. */
record OrganisationLint(Draft draft, Ancestry ancestry, Findings findings) {

    void check() {
        roots();
        loops();
        contacts();
    }

    private void roots() {
        List<Declared<OrgUnit>> roots = draft.units().stream()
                .filter(unit -> unit.value().parent().isEmpty())
                .toList();
        if (roots.isEmpty() && !draft.units().isEmpty()) {
            Place first = draft.units().get(0).node().place();
            findings.add(first, Code.NO_ROOT, "没有最上级单位：每个单位都写了 parent；请让质量管理委员会不写 parent。");
        }
        roots.stream()
                .skip(1)
                .forEach(root -> findings.add(
                        root.node().place(),
                        Code.SEVERAL_ROOTS,
                        "单位“%s”没有写 parent，而最上级单位已经是“%s”；请给它写上级单位。"
                                .formatted(
                                        root.value().name(),
                                        roots.get(0).value().name())));
        roots.stream()
                .limit(1)
                .filter(root -> root.value().kind() != OrgUnit.Kind.COMMITTEE)
                .forEach(root -> findings.add(
                        root.placeOf("kind"),
                        Code.ROOT_NOT_COMMITTEE,
                        "最上级单位“%s”不是委员会；预警逐级上报的终点应当是质量管理委员会（kind: committee）。"
                                .formatted(root.value().name())));
    }

    private void loops() {
        Set<String> told = new HashSet<>();
        for (Declared<OrgUnit> unit : draft.units()) {
            List<String> way = new ArrayList<>(ancestry.upwards(unit.value().id()));
            Optional<String> back = ancestry.unit(way.get(way.size() - 1))
                    .flatMap(last -> last.value().parent())
                    .filter(unit.value().id()::equals);
            if (back.isPresent() && told.add(unit.value().id())) {
                told.addAll(way);
                way.add(unit.value().id());
                findings.add(
                        unit.placeOf("parent"),
                        Code.TREE_LOOP,
                        "上级单位绕成了圈：%s；请改正其中一个 parent。".formatted(String.join(" → ", way)));
            }
        }
    }

    private void contacts() {
        Set<String> told = new LinkedHashSet<>();
        draft.college().map(College::leadOffices).ifPresent(offices -> told.addAll(offices.values()));
        Stream.concat(
                        draft.points().stream().flatMap(point -> point.value().owner().stream()),
                        draft.sources().stream().flatMap(source -> source.value().owner().stream()))
                .forEach(told::add);
        for (String id : told) {
            boolean reachable = ancestry.upwards(id).stream()
                    .flatMap(above -> ancestry.unit(above).stream())
                    .anyMatch(above -> !above.value().contacts().isEmpty());
            ancestry.unit(id)
                    .filter(unit -> !reachable)
                    .ifPresent(unit -> findings.add(
                            unit.node().place(),
                            Code.NO_CONTACT,
                            "单位“%s”负责质控点或数据来源，但它和它的上级都没有 contacts，预警通知无处可发；请写上邮箱。"
                                    .formatted(unit.value().name())));
        }
    }
}
