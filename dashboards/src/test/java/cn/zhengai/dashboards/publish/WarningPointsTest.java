package cn.zhengai.dashboards.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import cn.zhengai.dashboards.point.FieldValue;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningPointsTest {
    private static final Instant RAISED = Instant.parse("2026-11-20T00:00:00Z");

    private final WarningPoints points =
            new WarningPoints(SmallCollege.ofCourses(2, 9), path -> "https://zg.example" + path);

    private static Warning warning(String point, String subject, Warning.Status status) {
        return new Warning(
                point + subject,
                WarningKind.THRESHOLD,
                point,
                subject,
                Severity.ORANGE,
                status,
                RAISED,
                RAISED,
                2 * Micros.ofWhole(70),
                status == Warning.Status.CLEARED ? Optional.of(RAISED.plusSeconds(7_200)) : Optional.empty(),
                true,
                Optional.empty());
    }

    private static Fact fact(long number, Step step, Warning after) {
        return new Fact("f" + number, number, step, after, true, RAISED, "");
    }

    private List<Point> course(Fact fact, Fact first) {
        return points.of(fact, fact.warning(), first);
    }

    /** As a database keeps them: one of the same measurement, tags and time goes over the other. */
    private static Map<Object, Point> kept(List<Point> said) {
        Map<Object, Point> kept = new HashMap<>();
        said.stream()
                .filter(p -> p.measurement().equals(Published.WARNING))
                .forEach(p -> kept.put(List.of(p.tags(), p.nanos()), p));
        return kept;
    }

    @Test
    void whatWasRaisedAtOneInstantKeepsApart() {
        Map<Object, Point> kept = new HashMap<>();
        for (int course = 0; course < 9; course++) {
            Fact raised = fact(
                    1 + course, Step.RAISED, warning(SmallCollege.COURSE_POINT, "c" + course, Warning.Status.OPEN));
            kept.putAll(kept(course(raised, raised)));
        }
        assertThat(kept).hasSize(9);
        assertThat(kept.values())
                .extracting(p -> p.fields().get("subject"))
                .contains(new FieldValue.Text("c0"), new FieldValue.Text("c8"));
    }

    @Test
    void aLaterStepGoesOverTheSamePoint() {
        Fact raised = fact(1, Step.RAISED, warning(SmallCollege.COURSE_POINT, "c1", Warning.Status.OPEN));
        Fact cleared = fact(7, Step.CLEARED, warning(SmallCollege.COURSE_POINT, "c1", Warning.Status.CLEARED));
        Map<Object, Point> kept = kept(course(raised, raised));
        kept.putAll(kept(course(cleared, raised)));
        assertThat(kept).hasSize(1);
        assertThat(kept.values().iterator().next().fields())
                .containsEntry("open", new FieldValue.Whole(0))
                .containsEntry("hours", new FieldValue.Decimal(2));
    }

    @Test
    void ofPersonsNothingIsSaid() {
        Warning student = warning(SmallCollege.STUDENT_POINT, "s0-0", Warning.Status.OPEN);
        WarningPoints both = new WarningPoints(SmallCollege.of(List.of(6)), path -> path);
        Fact raised = fact(1, Step.RAISED, student);
        assertThat(both.of(raised, student, raised)).isEmpty();
    }
}
