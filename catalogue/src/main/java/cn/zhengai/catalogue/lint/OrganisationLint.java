package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.College;
import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.OrgUnit;
import java.util.ArrayList;
import java.util.HashSet;
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
        draft.units().forEach(this::kinds);
        draft.units().forEach(this::addressesOnce);
    }

    /** A committee above departments above sections above teams. */
    private void kinds(Declared<OrgUnit> unit) {
        String id = unit.value().id();
        if (ancestry.unit(id).filter(first -> first.node().equals(unit.node())).isEmpty()) {
            return;
        }
        Optional<OrgUnit> parent = unit.value().parent().flatMap(ancestry::unit).map(Declared::value);
        boolean below = unit.value().kind().compareTo(OrgUnit.Kind.DEPARTMENT) > 0;
        if (parent.isPresent() && parent.get().kind().compareTo(unit.value().kind()) > 0) {
            findings.add(
                    unit.placeOf("parent"),
                    Code.KINDS_UPSIDE_DOWN,
                    "%s“%s”的上级“%s”是%s，上下级反了；请改正 parent 或 kind。"
                            .formatted(
                                    unit.value().kind().chinese(),
                                    unit.value().name(),
                                    parent.get().name(),
                                    parent.get().kind().chinese()));
        } else if (below && !ancestry.graded(id)) {
            findings.add(
                    unit.placeOf("parent"),
                    Code.SECTION_OUTSIDE_DEPARTMENT,
                    "%s“%s”不在任何部门之下，它的主体和目标不会计入部门考核（《办法》第十一条）；请把 parent 改为所在部门。"
                            .formatted(
                                    unit.value().kind().chinese(), unit.value().name()));
        }
    }

    private void addressesOnce(Declared<OrgUnit> unit) {
        Set<OrgUnit.Contact> known = new HashSet<>();
        List<OrgUnit.Contact> contacts = unit.value().contacts();
        List<Mapping> written = unit.node().mappings("contacts");
        for (int i = 0; i < contacts.size(); i++) {
            OrgUnit.Contact contact = contacts.get(i);
            if (!known.add(contact)) {
                findings.add(
                        written.get(Math.min(i, written.size() - 1)).placeOf(contact.channel()),
                        Code.CONTACT_TWICE,
                        "单位“%s”的联系方式 %s 写了两次，每个通知都会发两遍；请删去一个。"
                                .formatted(unit.value().name(), contact.address()));
            }
        }
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
        Set<String> told = new HashSet<>();
        draft.college().map(College::leadOffices).ifPresent(offices -> told.addAll(offices.values()));
        Stream.concat(
                        draft.points().stream().flatMap(point -> point.value().owner().stream()),
                        draft.sources().stream().flatMap(source -> source.value().owner().stream()))
                .forEach(told::add);
        List<Declared<OrgUnit>> deaf = draft.units().stream()
                .filter(unit -> told.contains(unit.value().id())
                        && !ancestry.reachable(unit.value().id()))
                .toList();
        deaf.stream()
                .limit(1)
                .forEach(unit -> findings.add(
                        unit.node().place(),
                        Code.NO_CONTACT,
                        "单位“%s”%s负责质控点或数据来源，但它和它的上级都没有 contacts，预警通知无处可发；请写上邮箱。"
                                .formatted(unit.value().name(), deaf.size() > 1 ? "等 " + deaf.size() + " 个单位" : "")));
    }
}
