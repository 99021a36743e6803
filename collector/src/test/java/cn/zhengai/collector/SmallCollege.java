package cn.zhengai.collector;

import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One course office, a few courses and points of every sort; sources {@code lms}, {@code office}, {@code sheet}. */
public final class SmallCollege {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private SmallCollege() {}

    public static Catalogue catalogue(SourceMapping... more) {
        return catalogue("rules-1", List.of(more));
    }

    public static Catalogue catalogue(String digest, List<SourceMapping> more) {
        OrgUnit root = new OrgUnit(
                "qmc", "质量管理委员会", OrgUnit.Kind.COMMITTEE, Optional.empty(), List.of(), Optional.empty(), List.of());
        List<SourceMapping> sources = new ArrayList<>(
                List.of(SourceMapping.standard("lms", "学习平台"), limited("office", "course.attendance"), sheet("sheet")));
        sources.addAll(more);
        return Catalogue.of(
                "示例学院",
                ZONE,
                new OrgTree(List.of(root)),
                Map.of(),
                new Catalogue.Declared(subjects(), points(), List.of(), List.of(), sources),
                digest);
    }

    /** With another mapping of {@code lms}. */
    public static Catalogue mended(String digest, SourceMapping lms) {
        OrgUnit root = new OrgUnit(
                "qmc", "质量管理委员会", OrgUnit.Kind.COMMITTEE, Optional.empty(), List.of(), Optional.empty(), List.of());
        return Catalogue.of(
                "示例学院",
                ZONE,
                new OrgTree(List.of(root)),
                Map.of(),
                new Catalogue.Declared(subjects(), points(), List.of(), List.of(), List.of(lms)),
                digest);
    }

    private static List<Subject> subjects() {
        return List.of(
                new Subject("math-1", "高等数学", Level.COURSE, "qmc", List.of("高数"), Set.of("公共课")),
                new Subject("nursing-2", "护理学", Level.COURSE, "qmc", List.of(), Set.of()),
                new Subject("old-3", "旧课", Level.COURSE, "qmc", List.of(), Set.of(), life("2024-01-01", "2026-01-01")),
                new Subject(
                        "new-3",
                        "新课",
                        Level.COURSE,
                        "qmc",
                        List.of(),
                        Set.of(),
                        new Life(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty(), List.of("old-3"))),
                new Subject("t-001", "教师一", Level.TEACHER, "qmc", List.of(), Set.of()));
    }

    private static Life life(String from, String until) {
        return new Life(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(until)), List.of());
    }

    private static List<ControlPoint> points() {
        return List.of(
                point("course.attendance", "%", RollUp.RATIO, Optional.of("0..100"), Set.of(), true),
                point("course.score", "%", RollUp.LAST, Optional.of("0..100"), Set.of(), true),
                point("course.hours", "学时", RollUp.SUM, Optional.empty(), Set.of(), true),
                point("course.leader", "是/否", RollUp.LAST, Optional.empty(), Set.of(), true),
                point("course.common", "分", RollUp.MEAN, Optional.empty(), Set.of("公共课"), true),
                point("course.private", "分", RollUp.MEAN, Optional.empty(), Set.of(), false));
    }

    private static ControlPoint point(
            String id, String unit, RollUp rollUp, Optional<String> plausible, Set<String> groups, boolean enabled) {
        ThreeLines lines =
                new ThreeLines(Condition.parse("98", ">="), Condition.parse("95", ">="), Condition.parse("90", "<"));
        return new ControlPoint(
                id,
                "点 " + id,
                Level.COURSE,
                MeasureUnit.of(unit),
                Direction.HIGHER_IS_BETTER,
                rollUp,
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                plausible.map(p -> Condition.parse(p, "=")),
                groups,
                Watch.DEFAULT,
                List.of(new LinesVersion(LocalDate.of(2020, 1, 1), LinesVersion.Scope.ALL, lines)),
                enabled);
    }

    private static SourceMapping limited(String id, String point) {
        SourceMapping s = SourceMapping.standard(id, id);
        return new SourceMapping(
                id,
                "教务系统",
                Optional.empty(),
                Set.of(point),
                false,
                Optional.of(2),
                s.subject(),
                s.time(),
                s.measures(),
                s.revision(),
                Optional.empty(),
                Optional.empty());
    }

    /** Two measures a row: 出勤 and 应到 as attendance, 成绩 (may be empty) as score. */
    private static SourceMapping sheet(String id) {
        return new SourceMapping(
                id,
                "签到表",
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty(),
                "{课程}-{班}",
                new SourceMapping.Time("日期", "yyyy/M/d"),
                List.of(
                        new SourceMapping.Measure(
                                "course.attendance",
                                Optional.empty(),
                                Optional.of("出勤"),
                                Optional.of("应到"),
                                Optional.empty(),
                                false),
                        new SourceMapping.Measure(
                                "course.score",
                                Optional.of("成绩"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true)),
                Optional.empty(),
                Optional.of(new SourceMapping.Drop("签到*.csv", "auto", ',')),
                Optional.empty());
    }
}
