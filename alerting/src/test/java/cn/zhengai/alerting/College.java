package cn.zhengai.alerting;

import cn.zhengai.core.calendar.DeclaredDays;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
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

/** A small college to warn. */
public final class College {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate SINCE = LocalDate.parse("2025-01-01");
    private ZoneId zone = ZONE;

    private final List<OrgUnit> units = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final List<ControlPoint> points = new ArrayList<>();
    private final List<SourceMapping> sources = new ArrayList<>();
    private final List<Cycle> cycles = new ArrayList<>();
    private DeclaredDays days = DeclaredDays.STANDARD;

    public College unit(String id, String name, String parent, OrgUnit.Contact... contacts) {
        units.add(new OrgUnit(
                id,
                name,
                parent.isEmpty() ? OrgUnit.Kind.COMMITTEE : OrgUnit.Kind.DEPARTMENT,
                parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                List.of(),
                Optional.empty(),
                List.of(contacts)));
        return this;
    }

    public College subject(String id, String name, Level level, String unit, String... groups) {
        subjects.add(new Subject(id, name, level, unit, List.of(), Set.of(groups)));
        return this;
    }

    /** A course that ends. */
    public College course(String id, String unit, LocalDate until) {
        Life life = new Life(Optional.empty(), Optional.of(until), List.of());
        subjects.add(new Subject(id, id, Level.COURSE, unit, List.of(), Set.of(), life));
        return this;
    }

    public College point(ControlPoint point) {
        points.add(point);
        return this;
    }

    /** A source that answers for these points; for all when none is named. */
    public College source(String id, String name, String owner, String... ofPoints) {
        SourceMapping any = SourceMapping.standard(id, name);
        sources.add(new SourceMapping(
                id,
                name,
                Optional.of(owner).filter(o -> !o.isEmpty()),
                Set.of(ofPoints),
                false,
                any.decimals(),
                any.subject(),
                any.time(),
                any.measures(),
                any.revision(),
                any.drop(),
                any.pull()));
        return this;
    }

    public College term(String id, String from, String until) {
        cycles.add(new Cycle(id, id, Cycle.Kind.TERM, LocalDate.parse(from), LocalDate.parse(until)));
        return this;
    }

    public College days(DeclaredDays declared) {
        days = declared;
        return this;
    }

    /** A college of one unit with courses c0, c1 ... and these points. */
    public static Catalogue ofCourses(int courses, ControlPoint... points) {
        return ofCoursesIn(ZONE, courses, points);
    }

    /** As {@link #ofCourses}, somewhere else. */
    public static Catalogue ofCoursesIn(ZoneId zone, int courses, ControlPoint... points) {
        College college = new College().unit("zw", "质量管理委员会", "");
        for (int i = 0; i < courses; i++) {
            college.subject("c" + i, "课程" + i, Level.COURSE, "zw");
        }
        for (ControlPoint point : points) {
            college.point(point);
        }
        college.zone = zone;
        return college.catalogue();
    }

    public Catalogue catalogue() {
        return Catalogue.of(
                        "测试学院",
                        zone,
                        new OrgTree(units),
                        Map.of(),
                        new Catalogue.Declared(subjects, points, cycles, List.of(), sources),
                        "test" + days.hashCode() + sources.size() + subjects.size())
                .withDays(days);
    }

    /** Higher is better: target 98, standard 95, warning below 90. */
    public static ControlPoint attendance(Watch watch) {
        return point("course.attendance", "学生签到率", Level.COURSE, watch, version(SINCE, 98, 95, 90));
    }

    public static LinesVersion version(LocalDate from, int target, int standard, int warning) {
        return scoped(from, LinesVersion.Scope.ALL, target, standard, warning);
    }

    public static LinesVersion scoped(LocalDate from, LinesVersion.Scope scope, int target, int standard, int warning) {
        return new LinesVersion(
                from,
                scope,
                new ThreeLines(
                        Condition.parse("" + target, ">="),
                        Condition.parse("" + standard, ">="),
                        Condition.parse("" + warning, "<")));
    }

    public static ControlPoint point(String id, String name, Level level, Watch watch, LinesVersion... versions) {
        return owned(id, name, level, watch, Optional.empty(), versions);
    }

    public static ControlPoint owned(
            String id, String name, Level level, Watch watch, Optional<String> owner, LinesVersion... versions) {
        return new ControlPoint(
                id,
                name,
                level,
                MeasureUnit.of("%"),
                Direction.HIGHER_IS_BETTER,
                RollUp.MEAN,
                Cadence.DAILY,
                Fraction.ONE,
                owner,
                Optional.empty(),
                Set.of(),
                watch,
                List.of(versions),
                true);
    }

    /** The same, switched off. */
    public static ControlPoint off(ControlPoint p) {
        return like(p, p.appliesTo(), false);
    }

    /** The same, for one group of subjects. */
    public static ControlPoint onlyFor(ControlPoint p, String group) {
        return like(p, Set.of(group), p.enabled());
    }

    private static ControlPoint like(ControlPoint p, Set<String> appliesTo, boolean enabled) {
        return new ControlPoint(
                p.id(),
                p.name(),
                p.level(),
                p.unit(),
                p.direction(),
                p.rollUp(),
                p.cadence(),
                p.weight(),
                p.owner(),
                p.plausible(),
                appliesTo,
                p.watch(),
                p.versions(),
                enabled);
    }
}
