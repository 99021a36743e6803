package cn.zhengai.benchmarks.dashboard;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.publish.Ranking;
import cn.zhengai.dashboards.schema.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is published of a very big college: 41 units, per level so many points and subjects, every series read so many times
 * in the year before {@link #NOW}. The same every time.
 *
 * @param courses subjects of the level course; of programs there are a thirtieth
 * @param instants readings of each series
 */
record BigResults(int courses, int instants) {
    static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int SHARED = 30;
    private static final int TASKS = 20;
    private static final String CYCLE = "2026";
    private static final List<String> STEPS = List.of("raised", "escalated", "cleared", "acknowledged", "corrected");

    private void each(Consumer<BigSeries> out) {
        for (Level level : List.of(Level.SCHOOL, Level.PROGRAM, Level.COURSE)) {
            int subjects = level == Level.SCHOOL ? 1 : level == Level.PROGRAM ? courses / SHARED : courses;
            for (int subject = 0; subject < subjects; subject++) {
                for (int point = 0; point < BigSeries.pointsOf(level); point++) {
                    out.accept(new BigSeries(level, point, subject));
                }
            }
        }
    }

    /** Readings with these numbers of each series. */
    void standings(int first, int end, Consumer<Point> out) {
        each(one -> IntStream.range(first, end)
                .forEach(instant -> out.accept(Point.of(Published.STANDING)
                        .tag("level", BigSeries.tag(one.level()))
                        .tag("scope", one.scope())
                        .tag("point", one.pointId())
                        .tag("point_name", one.pointName())
                        .tag("subject", one.subjectId())
                        .tag("subject_name", one.subjectName())
                        .decimal("value", one.value(instant))
                        .whole("band", one.band(instant))
                        .decimal("target", 90)
                        .decimal("standard", 80)
                        .decimal("warning", 60)
                        .at(at(instant)))));
    }

    private Instant at(int instant) {
        return NOW.minus(YEAR)
                .plus(YEAR.dividedBy(instants).multipliedBy(instant + 1L))
                .minusSeconds(60);
    }

    /** Everything but the readings themselves. */
    void others(Consumer<Point> out) {
        directory(out);
        each(one -> out.accept(now(one)));
        rankings(out);
        shares(out);
        warnings(out);
        achievements(out);
    }

    /** Of every twentieth series. */
    void warnings(Consumer<Point> out) {
        each(one -> {
            if ((one.point() * 31 + one.subject()) % 20 == 0) {
                warning(one, out);
            }
        });
    }

    private Point now(BigSeries one) {
        int last = instants - 1;
        return Point.of(Published.SERIES_NOW)
                .tag("level", BigSeries.tag(one.level()))
                .tag("point", one.pointId())
                .tag("subject", one.subjectId())
                .text("label", one.subjectName() + "|" + one.subjectId())
                .text("point_name", one.pointName())
                .text("subject_name", one.subjectName())
                .text("scope", one.scope())
                .text("department_name", one.department())
                .text("value_text", String.format(Locale.ROOT, "%.2f%%", one.value(last)))
                .text("target_text", "≥ 90%")
                .text("standard_text", "≥ 80%")
                .text("warning_text", "< 60%")
                .text("link", "http://zhengai.example.edu.cn/series/" + one.pointId() + "/" + one.subjectId())
                .decimal("value", one.value(last))
                .whole("band", one.band(last))
                .whole("at", at(last).toEpochMilli())
                .truth("active", true)
                .at(0);
    }

    /** Of every point the worst below the root and below each department. */
    void rankings(Consumer<Point> out) {
        Map<String, List<BigSeries>> lists = new LinkedHashMap<>();
        each(one -> {
            lists.computeIfAbsent("zlw/" + one.pointId(), k -> new ArrayList<>())
                    .add(one);
            if (one.level() != Level.SCHOOL) {
                lists.computeIfAbsent(one.unit() + "/" + one.pointId(), k -> new ArrayList<>())
                        .add(one);
            }
        });
        lists.forEach((key, all) -> {
            all.sort(Comparator.comparing(one -> one.value(instants - 1)));
            for (int place = 0; place < Math.min(Ranking.MOST, all.size()); place++) {
                out.accept(ranked(key.substring(0, key.indexOf('/')), place, all.get(place)));
            }
        });
    }

    private Point ranked(String unit, int place, BigSeries one) {
        int last = instants - 1;
        return Point.of(Published.RANKING)
                .tag("level", BigSeries.tag(one.level()))
                .tag("unit", unit)
                .tag("point", one.pointId())
                .tag("place", String.format(Locale.ROOT, "%03d", place))
                .text("label", one.subjectName() + "|" + one.subjectId())
                .text("subject", one.subjectId())
                .text("subject_name", one.subjectName())
                .text("department_name", one.department())
                .text("value_text", String.format(Locale.ROOT, "%.2f%%", one.value(last)))
                .text("standard_text", "≥ 80%")
                .text("link", "http://zhengai.example.edu.cn/series/" + one.pointId() + "/" + one.subjectId())
                .whole("band", one.band(last))
                .whole("at", at(last).toEpochMilli())
                .truth("active", true)
                .at(0);
    }

    private void directory(Consumer<Point> out) {
        out.accept(unit("zlw", "committee", "·全校", ":zlw:", ":course:program:school:student:teacher:"));
        IntStream.range(0, BigSeries.DEPARTMENTS)
                .forEach(d -> out.accept(unit(
                        "d" + d, "department", "二级学院" + d, ":zlw:d" + d + ":", ":course:program:student:teacher:")));
        for (Level level : Level.values()) {
            IntStream.range(0, BigSeries.pointsOf(level))
                    .mapToObj(p -> new BigSeries(level, p, 0))
                    .forEach(one -> out.accept(Point.of(Published.CONTROL_POINT)
                            .tag("point", one.pointId())
                            .tag("level", BigSeries.tag(level))
                            .text("label", one.pointName() + "|" + one.pointId())
                            .text("name", one.pointName())
                            .text("units", units(level))
                            .text("measure_unit", "%")
                            .text("suffix", "percent")
                            .text("target_text", "≥ 90%")
                            .text("standard_text", "≥ 80%")
                            .text("warning_text", "< 60%")
                            .decimal("target", 90)
                            .decimal("standard", 80)
                            .decimal("warning", 60)
                            .truth("active", true)
                            .at(0)));
        }
    }

    private static String units(Level level) {
        return level == Level.SCHOOL
                ? ":zlw:"
                : IntStream.range(0, BigSeries.DEPARTMENTS)
                        .mapToObj(d -> "d" + d)
                        .collect(Collectors.joining(":", ":zlw:", ":"));
    }

    private static Point unit(String id, String kind, String name, String scope, String levels) {
        return Point.of(Published.ORG_UNIT)
                .tag("unit", id)
                .tag("kind", kind)
                .text("label", name + "|" + id)
                .text("name", name)
                .text("scope", scope)
                .text("levels", levels)
                .truth("active", true)
                .at(0);
    }

    /** Every day of the year, every level, point and unit. */
    private void shares(Consumer<Point> out) {
        SplittableRandom lots = new SplittableRandom(20261123);
        for (int day = 365; day >= 0; day--) {
            Instant start = NOW.minus(Duration.ofHours(12)).minus(Duration.ofDays(day));
            for (Level level : Level.values()) {
                for (int point = -1; point < BigSeries.pointsOf(level); point++) {
                    for (int unit = -1; unit < (level == Level.SCHOOL ? 0 : BigSeries.DEPARTMENTS); unit++) {
                        out.accept(share(new BigSeries(level, Math.max(0, point), 0), point < 0, unit, lots)
                                .at(start));
                    }
                }
            }
            for (Level level : Level.values()) {
                for (int unit = level.personal() || level == Level.SCHOOL ? -1 : 0;
                        unit < (level.personal() || level == Level.SCHOOL ? 0 : BigSeries.DEPARTMENTS);
                        unit++) {
                    out.accept(Point.of(Published.OPEN_WARNINGS)
                            .tag("level", BigSeries.tag(level))
                            .tag("scope", unit < 0 ? ":zlw:" : ":zlw:d" + unit + ":")
                            .tag("department", unit < 0 ? "zlw" : "d" + unit)
                            .tag("department_name", unit < 0 ? "全校" : "二级学院" + unit)
                            .whole("open", lots.nextInt(500))
                            .whole("red", lots.nextInt(20))
                            .whole("orange", lots.nextInt(100))
                            .whole("unanswered", lots.nextInt(300))
                            .at(start));
                }
            }
        }
    }

    private static Point.Draft share(BigSeries one, boolean all, int unit, SplittableRandom lots) {
        long met = lots.nextInt(300, 500);
        long notMet = lots.nextInt(5, 100);
        return Point.of(Published.SHARE)
                .tag("level", BigSeries.tag(one.level()))
                .tag("point", all ? Published.ALL_POINTS : one.pointId())
                .tag("point_name", all ? "全部质控点" : one.pointName())
                .tag("unit", unit < 0 ? "zlw" : "d" + unit)
                .tag("unit_name", unit < 0 ? "全校" : "二级学院" + unit)
                .tag("kind", unit < 0 ? "committee" : "department")
                .whole("on_target", met / 2)
                .whole("on_standard", met - met / 2)
                .whole("below_standard", notMet)
                .whole("in_warning", 0)
                .whole("met", met)
                .whole("not_met", notMet)
                .whole("unknown", 7)
                .whole("total", met + notMet + 7)
                .decimal("share_met", Math.round(10_000.0 * met / (met + notMet)) / 100.0)
                .decimal("share_target", Math.round(5_000.0 * met / (met + notMet)) / 100.0)
                .decimal("share_met_last_year", 80);
    }

    /** BigSeries is open, four of the year are over; each with three steps. */
    private void warning(BigSeries one, Consumer<Point> out) {
        for (int n = 0; n < 5; n++) {
            boolean open = n == 4;
            Instant raised = at(instants / 5 * n);
            out.accept(Point.of(Published.WARNING)
                    .tag("level", BigSeries.tag(one.level()))
                    .tag("kind", "threshold")
                    .tag("point", one.pointId())
                    .text("subject", one.subjectId())
                    .text("id", one.pointId() + "-" + one.subjectId() + "-" + n)
                    .text("point_name", one.pointName())
                    .text("subject_name", one.subjectName())
                    .text("scope", one.scope())
                    .text("department_name", one.department())
                    .text("status", open ? "未解除" : "已解除")
                    .text("kind_text", "越线")
                    .text("link", "http://zhengai.example.edu.cn/warnings/" + one.pointId() + one.subjectId() + n)
                    .whole("severity", 1 + one.subject() % 4)
                    .whole("open", open ? 1 : 0)
                    .whole("answered", one.subject() % 2)
                    .whole("raised", raised.toEpochMilli())
                    .atNanos(Point.nanosOf(raised.toEpochMilli()) + (one.subject() * 37L + one.point()) % 1_000_000));
            for (int step = 0; step < 3; step++) {
                out.accept(Point.of(Published.WARNING_FACT)
                        .tag("level", BigSeries.tag(one.level()))
                        .tag("step", STEPS.get((step * 2 + one.subject() % 2) % STEPS.size()))
                        .tag("point", one.pointId())
                        .text("subject", one.subjectId())
                        .text("scope", one.scope())
                        .text("title", "提出：" + one.subjectName() + " " + one.pointName())
                        .text("text", one.department() + "，橙色，越线，48%")
                        .text("link", "http://zhengai.example.edu.cn/warnings/" + one.subjectId())
                        .whole("severity", 3)
                        .whole("number", one.subject())
                        .atNanos(Point.nanosOf(
                                        raised.plus(Duration.ofHours(step)).toEpochMilli())
                                + (one.subject() * 37L + one.point()) % 1_000_000));
            }
        }
    }

    private void achievements(Consumer<Point> out) {
        SplittableRandom lots = new SplittableRandom(20261124);
        for (int day = 30; day >= 0; day--) {
            Instant start = NOW.minus(Duration.ofHours(12)).minus(Duration.ofDays(day));
            for (int unit = 0; unit < BigSeries.DEPARTMENTS; unit++) {
                out.accept(Point.of(Published.ACHIEVEMENT)
                        .tag("cycle", CYCLE)
                        .tag("unit", "d" + unit)
                        .tag("kind", "department")
                        .text("name", "二级学院" + unit)
                        .text("grade", "达标")
                        .text("standing", "进行中")
                        .text("link", "http://zhengai.example.edu.cn/assessments/d" + unit)
                        .decimal("achievement", 70 + lots.nextInt(2_900) / 100.0)
                        .decimal("known_only", 90)
                        .decimal("last_year", 85)
                        .decimal("change", lots.nextInt(-500, 500) / 100.0)
                        .whole("grade_rank", 1 + unit % 3)
                        .whole("rank", unit + 1)
                        .whole("goals", TASKS)
                        .whole("unknown_goals", unit % 4)
                        .at(start));
                for (int goal = 0; goal < TASKS; goal++) {
                    out.accept(Point.of(Published.GOAL)
                            .tag("cycle", CYCLE)
                            .tag("unit", "d" + unit)
                            .tag("goal", "g" + goal)
                            .text("name", "目标任务" + goal)
                            .text("unit_name", "二级学院" + unit)
                            .text("task_kind", "task")
                            .text("link", "http://zhengai.example.edu.cn/assessments/d" + unit + "/g" + goal)
                            .decimal("achievement", lots.nextInt(10_000) / 100.0)
                            .decimal("weight", 5)
                            .decimal("loss", lots.nextInt(500) / 100.0)
                            .at(start));
                }
            }
        }
        for (int week = 46; week >= 0; week--) {
            out.accept(Point.of(Published.PACE)
                    .tag("cycle", CYCLE)
                    .tag("unit", "zlw")
                    .tag("unit_name", "全校")
                    .decimal("expected", 100 - 2.0 * week)
                    .decimal("done", 95 - 2.0 * week)
                    .decimal("behind", 5)
                    .at(NOW.minus(Duration.ofDays(7L * week))));
        }
    }
}
