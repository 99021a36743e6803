package cn.zhengai.messaging.kafka.announce;

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
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A point and a subject of a course, and one of a student. */
final class SmallCollege {
    static final String COURSE_POINT = "course.score";
    static final String STUDENT_POINT = "student.credits";
    static final String STUDENT = "20230117";
    static final String STUDENT_NAME = "王小明";

    private SmallCollege() {}

    static Catalogue catalogue() {
        OrgUnit root =
                new OrgUnit("r", "院", OrgUnit.Kind.COMMITTEE, Optional.empty(), List.of(), Optional.empty(), List.of());
        return Catalogue.of(
                "院",
                ZoneId.of("Asia/Shanghai"),
                new OrgTree(List.of(root)),
                Map.of(),
                new Catalogue.Declared(
                        List.of(subject("gdsx", "高等数学", Level.COURSE), subject(STUDENT, STUDENT_NAME, Level.STUDENT)),
                        List.of(point(COURSE_POINT, Level.COURSE), point(STUDENT_POINT, Level.STUDENT)),
                        List.of(),
                        List.of(),
                        List.of()),
                "digest");
    }

    private static Subject subject(String id, String name, Level level) {
        return new Subject(id, name, level, "r", List.of(), Set.of(), Life.ALWAYS);
    }

    private static ControlPoint point(String id, Level level) {
        ThreeLines lines = new ThreeLines(
                Condition.parse(">= 95", ">="), Condition.parse(">= 85", ">="), Condition.parse("< 75", "<"));
        return new ControlPoint(
                id,
                "名称 " + id,
                level,
                MeasureUnit.of("分"),
                Direction.HIGHER_IS_BETTER,
                RollUp.MEAN,
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Watch.DEFAULT,
                List.of(new LinesVersion(LocalDate.parse("2025-01-01"), LinesVersion.Scope.ALL, lines)),
                true);
    }
}
