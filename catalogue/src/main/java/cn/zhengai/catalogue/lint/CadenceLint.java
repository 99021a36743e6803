package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.College;
import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Patience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How often points are read against the cycles they are diagnosed in and the patience they are watched with. */
record CadenceLint(Draft draft, Findings findings) {
    /** Readings about a week apart are what a school week makes them. */
    private static final long EVERY_DAY = 1;

    void check() {
        draft.points().forEach(point -> {
            between(point, "hold", point.value().watch().hold());
            between(point, "calm", point.value().watch().calm());
        });
    }

    /** Those that make sense only when every entry could be read. */
    void whole() {
        draft.college().filter(college -> !college.cycles().isEmpty()).ifPresent(college -> {
            years(college);
            terms(college);
            goals(college);
        });
    }

    private void between(DeclaredPoint point, String key, Patience patience) {
        long apart = PointLint.days(point.value().cadence());
        long hours = patience.time().toHours();
        if (patience.readings() == 1 && hours > 0 && apart > EVERY_DAY && hours < 24 * apart) {
            findings.add(
                    point.placeOf(key),
                    Code.PATIENCE_BETWEEN_READINGS,
                    "%s%s采集一次（相隔约 %s 天），%s 写 %s 比两次采集的间隔还短，实际要等到下一次采集；请写次数，如 %s: 2，或写更长的时间。"
                            .formatted(
                                    point.title(),
                                    point.value().cadence().chinese(),
                                    apart,
                                    key,
                                    patience.time(),
                                    key));
        }
    }

    private void years(College college) {
        boolean none = college.cycles().stream().allMatch(cycle -> cycle.value().kind() == Cycle.Kind.TERM);
        if (none) {
            findings.add(
                    college.node().placeOf("cycles"),
                    Code.NO_YEARS,
                    "只有 %s 个学期，没有年度或学年；学校、专业、教师和学生层面按年诊改（《办法》第五至九条），请加上 kind: year 或 academic-year 的周期。"
                            .formatted(college.cycles().size()));
        }
    }

    private void terms(College college) {
        List<DeclaredPoint> termly = draft.points().stream()
                .filter(point -> point.value().enabled() && point.value().cadence() == Cadence.TERMLY)
                .toList();
        boolean none =
                college.cycles().stream().noneMatch(cycle -> cycle.value().kind() == Cycle.Kind.TERM);
        if (none && !termly.isEmpty()) {
            findings.add(
                    termly.get(0).placeOf("cadence"),
                    Code.NO_TERMS,
                    "%s%s每学期采集一次，但 college.yaml 没有声明任何学期，说不清何时该有数据；请加上 kind: term 的周期，或改 cadence。"
                            .formatted(termly.get(0).title(), termly.size() > 1 ? "等 " + termly.size() + " 个" : ""));
        }
    }

    private void goals(College college) {
        Map<String, Cycle> cycles = new HashMap<>();
        college.cycles().forEach(cycle -> cycles.put(cycle.value().id(), cycle.value()));
        Map<String, ControlPoint> points = new HashMap<>();
        draft.points().forEach(point -> points.put(point.value().id(), point.value()));
        for (Declared<Goal> goal : draft.goals()) {
            Cycle cycle = cycles.get(goal.value().cycle());
            Measured.of(goal)
                    .filter(measured -> cycle != null && cycle.kind() == Cycle.Kind.TERM)
                    .filter(measured -> points.containsKey(measured.point()))
                    .ifPresent(measured -> goal(
                            goal,
                            measured,
                            Objects.requireNonNull(cycle),
                            Objects.requireNonNull(points.get(measured.point()))));
        }
    }

    private void goal(Declared<Goal> goal, Measured measured, Cycle cycle, ControlPoint point) {
        if (point.cadence() == Cadence.YEARLY) {
            findings.add(
                    measured.node().placeOf("point"),
                    Code.CADENCE_TOO_COARSE,
                    "目标“%s”属于学期“%s”，但质控点“%s”每年才采集一次，这个学期多半没有数据；请把目标放到年度，或改用采集更勤的质控点。"
                            .formatted(goal.value().name(), cycle.name(), point.name()));
        }
    }
}
