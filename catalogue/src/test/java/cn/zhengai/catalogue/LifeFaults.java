package cn.zhengai.catalogue;

import cn.zhengai.catalogue.finding.Code;
import java.util.stream.Stream;

/** Faults of what begins, ends and takes over. */
final class LifeFaults {
    private static final String UNITS = """
            units:
              - {id: zlw, name: 质量管理委员会, kind: committee, contacts: [{mail: zlw@a.example}]}
              - {id: jwc, name: 教务处, kind: department, parent: zlw, head: 周明远}
              - {id: rsc, name: 人事处, kind: department, parent: zlw, head: 李文澜}
              - {id: old, name: 旧系, kind: department, parent: zlw, to: 2025-12-31}
            """;

    private LifeFaults() {}

    private static Fault units(Code code, String more, String says) {
        return new Fault(code, "organisation.yaml", UNITS + more, says);
    }

    private static Fault subjects(Code code, String more, String says) {
        return new Fault(code, "subjects/x.yaml", "level: course\nunit: jwc\nsubjects:\n" + more, says);
    }

    static Stream<Fault> all() {
        return Stream.of(
                units(
                        Code.LIFE_BACKWARDS,
                        "  - {id: a, name: 甲, kind: section, parent: jwc, from: 2026-01-01, to: ▲2025-01-01}\n",
                        "a 在设立（2026-01-01）之前就结束（2025-01-01）了"),
                units(
                        Code.SUCCESSION_LOOP,
                        "  - {id: a, name: 甲, kind: section, parent: jwc, succeeds: ▲[a]}\n",
                        "绕回了自己"),
                units(
                        Code.SUCCESSION_UNFIT,
                        "  - {id: a, name: 甲, kind: section, parent: jwc, from: 2026-01-01, succeeds: ▲[rsc]}\n",
                        "rsc 没有结束日期"),
                units(
                        Code.SUCCESSION_OVERLAP,
                        "  - {id: a, name: 甲, kind: section, parent: jwc, from: ▲2025-12-31, succeeds: [旧系]}\n",
                        "应为 2026-01-01"),
                units(
                        Code.SUCCESSION_OVERLAP,
                        "  - {id: a, name: 甲, kind: section, parent: jwc, succeeds: ▲[旧系]}\n",
                        "应为 2026-01-01"),
                units(
                        Code.UNKNOWN_UNIT,
                        "  - {id: a, name: 甲, kind: section, parent: jwc, from: 2026-01-01, succeeds: [▲旧糸]}\n",
                        "旧糸"),
                units(
                        Code.OUTLIVES_UNIT,
                        "  - {id: ▲a, name: 甲, kind: section, parent: old}\n",
                        "所属的单位 old 到 2025-12-31 结束"),
                subjects(Code.SUCCESSION_UNFIT, "  - {id: X1, name: 甲, from: 2026-02-01, succeeds: ▲[T1]}\n", "不在同一层面"),
                subjects(Code.UNKNOWN_SUBJECT, "  - {id: X1, name: 甲, from: 2026-02-01, succeeds: [▲X0]}\n", "X0"),
                new Fault(
                        Code.GOAL_OUTSIDE_LIFE,
                        "goals/x.yaml",
                        "cycle: \"2026\"\nunit: lsx\ngoals:\n  - ▲{id: g1, name: 目标, kind: key, weight: 100,"
                                + " tasks: [{name: 甲, due: 2026-05-01}]}\n",
                        "请改给承接它的单位"));
    }
}
