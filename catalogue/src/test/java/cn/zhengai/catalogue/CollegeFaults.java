package cn.zhengai.catalogue;

import cn.zhengai.catalogue.finding.Code;
import java.util.List;
import java.util.stream.Stream;

/** Faults of the college, its organisation, its subjects and of names. */
final class CollegeFaults {
    private static final String OFFICES =
            "lead-offices: {school: jwc, program: jwc, course: jwc, teacher: rsc, student: rsc}\n";
    private static final String CYCLE = "  - {id: \"2026\", kind: year, from: 2026-01-01, to: 2026-12-31}\n";
    private static final String ROOT =
            "units:\n  - {id: zlw, name: 质量管理委员会, kind: committee, contacts: [{mail: zlw@a.example}]}\n";
    private static final String JWC = "  - {id: jwc, name: 教务处, kind: department, parent: zlw, head: 周明远}\n";
    private static final String RSC = "  - {id: rsc, name: 人事处, kind: department, parent: zlw, head: 李文澜}\n";

    private CollegeFaults() {}

    static Stream<Fault> all() {
        return Stream.of(college(), organisation(), names()).flatMap(List::stream);
    }

    private static Fault college(Code code, String text, String says) {
        return new Fault(code, "college.yaml", text, says);
    }

    private static List<Fault> college() {
        return List.of(
                college(
                        Code.UNKNOWN_ZONE,
                        "name: 甲\nzone: ▲Asia/Shanghia\n" + OFFICES + "cycles:\n" + CYCLE,
                        "是不是想写 Asia/Shanghai"),
                college(
                        Code.NO_LEAD_OFFICE,
                        "name: 甲\nlead-offices: ▲{school: jwc, program: jwc, course: jwc, teacher: rsc}\ncycles:\n"
                                + CYCLE,
                        "学生层面没有牵头部门"),
                college(
                        Code.UNKNOWN_UNIT,
                        "name: 甲\nlead-offices: {school: jwc, program: jwc, course: ▲jcw, teacher: rsc, student: rsc}\n"
                                + "cycles:\n" + CYCLE,
                        "是不是想写 jwc"),
                college(
                        Code.CYCLE_BACKWARDS,
                        "name: 甲\n" + OFFICES
                                + "cycles:\n  - {id: \"2026\", kind: year, from: 2026-12-31, to: ▲2026-01-01}\n",
                        "之前就结束"),
                college(
                        Code.CYCLES_OVERLAP,
                        "name: 甲\n" + OFFICES + "cycles:\n" + CYCLE
                                + "  - {id: a, kind: term, from: 2026-09-01, to: 2027-01-31}\n"
                                + "  - {id: b, kind: year, from: ▲2026-12-31, to: 2027-12-31}\n",
                        "不能重叠"),
                college(
                        Code.BAD_DATE,
                        "name: 甲\n" + OFFICES + "cycles:\n" + CYCLE
                                + "  - {id: b, kind: year, from: 2027-01-01, to: ▲2027-13-01}\n",
                        "2027-13-01"),
                college(
                        Code.DUPLICATE_ID,
                        "name: 甲\n" + OFFICES + "cycles:\n" + CYCLE
                                + "  - {id: ▲2026, kind: year, from: 2027-01-01, to: 2027-12-31}\n",
                        "周期编号 2026 重复，第一次在 college.yaml:4"));
    }

    private static Fault organisation(Code code, String text, String says) {
        return new Fault(code, "organisation.yaml", text, says);
    }

    private static List<Fault> organisation() {
        return List.of(
                organisation(
                        Code.SEVERAL_ROOTS,
                        ROOT + JWC + RSC + "  - ▲{id: wyh, name: 另一个委员会, kind: committee}\n",
                        "最上级单位已经是“质量管理委员会”"),
                organisation(
                        Code.TREE_LOOP,
                        ROOT + JWC + RSC + "  - {id: a, name: 甲, kind: section, parent: ▲b}\n"
                                + "  - {id: b, name: 乙, kind: section, parent: a}\n",
                        "a → b → a"),
                organisation(Code.ROOT_NOT_COMMITTEE, ROOT.replace("committee", "▲department") + JWC + RSC, "质量管理委员会"),
                organisation(
                        Code.UNKNOWN_PARENT,
                        ROOT + JWC + RSC + "  - {id: a, name: 甲, kind: section, parent: ▲jwcc}\n",
                        "上级单位，是不是想写 jwc"),
                organisation(
                        Code.NAME_COLLISION,
                        ROOT + JWC
                                + "  - {id: rsc, name: 人事处, kind: department, parent: zlw, head: 李文澜, aliases: [人事科,"
                                + " ▲教务处]}\n",
                        "同时指单位 jwc（第 3 行）和 rsc"),
                organisation(
                        Code.DUPLICATE_ID,
                        ROOT + JWC + RSC + "  - {id: ▲jwc, name: 甲, kind: section, parent: zlw}\n",
                        "organisation.yaml:3"),
                organisation(
                        Code.WRONG_FORM,
                        ROOT + JWC + RSC
                                + "  - {id: a, name: 甲, kind: section, parent: jwc, contacts: [{mail: ▲jwc}]}\n",
                        "邮箱地址"),
                organisation(
                        Code.TOO_FEW,
                        ROOT + JWC + RSC + "  - {id: a, name: 甲, kind: section, parent: jwc, contacts: [▲{}]}\n",
                        "至少要写 1 项"));
    }

    private static List<Fault> names() {
        return List.of(
                new Fault(
                        Code.ALIAS_COLLISION,
                        "subjects/x.yaml",
                        "level: course\nunit: jwc\nsubjects:\n  - {id: X1, name: 甲, aliases: [▲A001]}\n",
                        "同时指主体 C1 和 X1"),
                new Fault(
                        Code.ALIAS_COLLISION,
                        "subjects/x.yaml",
                        "level: course\nunit: jwc\nsubjects:\n  - {id: X1, name: 甲, aliases: [▲C2]}\n",
                        "同时指主体 C2 和 X1"),
                new Fault(
                        Code.DUPLICATE_ID,
                        "subjects/x.yaml",
                        "level: course\nunit: jwc\nsubjects:\n  - {id: ▲C2, name: 甲}\n",
                        "主体编号 C2 重复，第一次在 subjects/course.yaml:5"),
                new Fault(
                        Code.UNKNOWN_UNIT,
                        "subjects/x.yaml",
                        "level: course\nunit: ▲教务处处\nsubjects:\n  - {id: X1, name: 甲}\n",
                        "是不是想写 教务处"));
    }
}
