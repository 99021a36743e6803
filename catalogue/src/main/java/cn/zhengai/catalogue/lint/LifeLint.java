package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who begins, ends and takes over: successors fit, nothing outlives its unit, goals fall into their unit's life. */
record LifeLint(Draft draft, Ancestry ancestry, Findings findings) {

    /** A unit or subject, whichever; {@code above} is the unit it belongs to. */
    private record One(
            Declared<?> entry, String kind, String id, Optional<Level> level, Life life, Optional<String> above) {}

    void check() {
        Map<String, One> units = new LinkedHashMap<>();
        for (Declared<OrgUnit> unit : draft.units()) {
            OrgUnit u = unit.value();
            units.putIfAbsent(u.id(), new One(unit, "单位", u.id(), Optional.empty(), u.life(), u.parent()));
        }
        Map<String, One> subjects = new LinkedHashMap<>();
        for (Declared<Subject> subject : draft.subjects()) {
            Subject s = subject.value();
            subjects.putIfAbsent(
                    s.id(), new One(subject, "主体", s.id(), Optional.of(s.level()), s.life(), Optional.of(s.unit())));
        }
        units.values().forEach(unit -> check(unit, units));
        subjects.values().forEach(subject -> check(subject, subjects));
        goals();
    }

    private void check(One one, Map<String, One> same) {
        if (!one.life().succeeds().isEmpty() && !loops(one, same)) {
            one.life().succeeds().forEach(id -> {
                One before = same.get(id);
                if (before != null) {
                    succession(one, before);
                }
            });
        }
        one.above().flatMap(ancestry::unit).ifPresent(above -> outlives(one, above.value()));
    }

    private boolean loops(One one, Map<String, One> same) {
        Set<String> seen = new HashSet<>();
        List<String> next = new ArrayList<>(one.life().succeeds());
        while (!next.isEmpty()) {
            String id = next.remove(next.size() - 1);
            if (id.equals(one.id())) {
                report(
                        one,
                        "succeeds",
                        Code.SUCCESSION_LOOP,
                        "%s %s 沿 succeeds 绕回了自己；请改正 succeeds。".formatted(one.kind(), one.id()));
                return true;
            }
            One before = same.get(id);
            if (before != null && seen.add(id)) {
                next.addAll(before.life().succeeds());
            }
        }
        return false;
    }

    private void succession(One one, One before) {
        if (!one.level().equals(before.level())) {
            report(
                    one,
                    "succeeds",
                    Code.SUCCESSION_UNFIT,
                    "%s %s 与它承接的 %s 不在同一层面；只能承接同一层面的主体。".formatted(one.kind(), one.id(), before.id()));
            return;
        }
        Optional<LocalDate> end = before.life().until();
        if (end.isEmpty()) {
            report(
                    one,
                    "succeeds",
                    Code.SUCCESSION_UNFIT,
                    "%s %s 承接了 %s，而 %s 没有结束日期；请给 %s 写 to（最后一天）。"
                            .formatted(one.kind(), one.id(), before.id(), before.id(), before.id()));
        } else if (one.life().from().filter(day -> !day.isBefore(end.get())).isEmpty()) {
            report(
                    one,
                    one.life().from().isPresent() ? "from" : "succeeds",
                    Code.SUCCESSION_OVERLAP,
                    "%s %s 承接 %s，却在 %s 于 %s 结束之前就已存在；两者会同时计入，请核对 from（应为 %s）。"
                            .formatted(
                                    one.kind(),
                                    one.id(),
                                    before.id(),
                                    before.id(),
                                    end.get().minusDays(1),
                                    end.get()));
        }
    }

    private void outlives(One one, OrgUnit above) {
        Optional<LocalDate> end = above.life().until();
        if (end.isPresent()
                && one.life().until().filter(own -> !own.isAfter(end.get())).isEmpty()) {
            report(
                    one,
                    one.life().until().isPresent() ? "to" : "id",
                    Code.OUTLIVES_UNIT,
                    "%s %s 所属的单位 %s 到 %s 结束，它自己却继续存在；请改属新的单位，或写不晚于该日的 to。"
                            .formatted(
                                    one.kind(), one.id(), above.id(), end.get().minusDays(1)));
        }
    }

    private void goals() {
        Map<String, Cycle> cycles = new LinkedHashMap<>();
        draft.college()
                .ifPresent(college ->
                        college.cycles().forEach(c -> cycles.put(c.value().id(), c.value())));
        for (Declared<Goal> goal : draft.goals()) {
            Cycle cycle = cycles.get(goal.value().cycle());
            Optional<OrgUnit> unit = ancestry.unit(goal.value().unit()).map(Declared::value);
            if (cycle != null && unit.filter(u -> !u.life().during(cycle)).isPresent()) {
                findings.add(
                        goal.node().place(),
                        Code.GOAL_OUTSIDE_LIFE,
                        "目标“%s”属于单位 %s，而它在周期“%s”内不存在；请改给承接它的单位。"
                                .formatted(goal.value().name(), goal.value().unit(), cycle.name()));
            }
        }
    }

    private void report(One one, String key, Code code, String sentence) {
        findings.add(one.entry().placeOf(key), code, sentence);
    }
}
