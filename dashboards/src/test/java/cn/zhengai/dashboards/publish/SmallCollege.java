package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A root, departments {@code d0}, {@code d1} ..., in each so many students; a course in {@code d0}. */
final class SmallCollege {
    static final String STUDENT_POINT = "student.attendance";
    static final String COURSE_POINT = "course.attendance";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private SmallCollege() {}

    static Catalogue of(List<Integer> students) {
        List<OrgUnit> units = new ArrayList<>();
        units.add(unit("root", OrgUnit.Kind.COMMITTEE, Optional.empty()));
        List<Subject> subjects = new ArrayList<>();
        for (int d = 0; d < students.size(); d++) {
            units.add(unit("d" + d, OrgUnit.Kind.DEPARTMENT, Optional.of("root")));
            for (int s = 0; s < students.get(d); s++) {
                subjects.add(subject("s" + d + "-" + s, Level.STUDENT, "d" + d));
            }
        }
        subjects.add(subject("c1", Level.COURSE, "d0"));
        return of(units, subjects);
    }

    /** Departments {@code d0}, {@code d1} ...; courses {@code c0}, {@code c1} ... in each in turn. */
    static Catalogue ofCourses(int departments, int courses) {
        List<OrgUnit> units = new ArrayList<>();
        units.add(unit("root", OrgUnit.Kind.COMMITTEE, Optional.empty()));
        for (int d = 0; d < departments; d++) {
            units.add(unit("d" + d, OrgUnit.Kind.DEPARTMENT, Optional.of("root")));
        }
        List<Subject> subjects = new ArrayList<>();
        for (int c = 0; c < courses; c++) {
            subjects.add(subject("c" + c, Level.COURSE, "d" + c % departments));
        }
        return of(units, subjects);
    }

    /** One department with the course {@code c1} of that life. */
    static Catalogue ofCourse(Life life) {
        List<OrgUnit> units = List.of(
                unit("root", OrgUnit.Kind.COMMITTEE, Optional.empty()),
                unit("d0", OrgUnit.Kind.DEPARTMENT, Optional.of("root")));
        return of(units, List.of(new Subject("c1", "名 c1", Level.COURSE, "d0", List.of(), Set.of(), life)));
    }

    private static Catalogue of(List<OrgUnit> units, List<Subject> subjects) {
        return Catalogue.of(
                "海棠",
                ZONE,
                new OrgTree(units),
                Map.of(),
                new Catalogue.Declared(
                        subjects,
                        List.of(point(STUDENT_POINT, Level.STUDENT), point(COURSE_POINT, Level.COURSE)),
                        List.of(),
                        List.of(),
                        List.of()),
                "digest");
    }

    private static OrgUnit unit(String id, OrgUnit.Kind kind, Optional<String> parent) {
        return new OrgUnit(id, "单位 " + id, kind, parent, List.of(), Optional.empty(), List.of());
    }

    private static Subject subject(String id, Level level, String unit) {
        return new Subject(id, "名 " + id, level, unit, List.of(), Set.of());
    }

    private static ControlPoint point(String id, Level level) {
        ThreeLines lines = new ThreeLines(
                Condition.parse(">= 98", ">="), Condition.parse(">= 95", ">="), Condition.parse("< 90", "<"));
        return new ControlPoint(
                id,
                "出勤率",
                level,
                MeasureUnit.of("%"),
                Direction.HIGHER_IS_BETTER,
                RollUp.LAST,
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Watch.DEFAULT,
                List.of(new LinesVersion(LocalDate.EPOCH, LinesVersion.Scope.ALL, lines)),
                true);
    }

    static Reading reading(String point, String subject, long percent) {
        return Reading.plain(Series.named(point, subject), 1_000, Micros.ofWhole(percent), 1);
    }
}
