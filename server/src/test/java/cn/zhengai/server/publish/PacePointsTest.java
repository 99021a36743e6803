package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.rollup.AsOf;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.dashboards.point.FieldValue;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.testkit.store.MemoryReadings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacePointsTest {
    private static final Cycle YEAR =
            new Cycle("2026", "2026年度", Cycle.Kind.YEAR, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));

    private static Goal.Task task(String due, String done) {
        Optional<LocalDate> day = done.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(done));
        return new Goal.Task("任务 " + due, LocalDate.parse(due), day, day.map(d -> "见档案"));
    }

    private static Catalogue catalogue() {
        OrgUnit root = unit("root", OrgUnit.Kind.COMMITTEE, Optional.empty());
        OrgUnit department = unit("d", OrgUnit.Kind.DEPARTMENT, Optional.of("root"));
        Goal goal = new Goal(
                "g",
                "重点工作",
                YEAR.id(),
                "d",
                Goal.TaskKind.KEY,
                Fraction.ONE,
                new Goal.Tasks(List.of(
                        task("2026-01-05", "2026-01-04"),
                        task("2026-01-07", ""),
                        task("2026-06-01", ""),
                        task("2026-12-01", ""))));
        return Catalogue.of(
                "海棠",
                ZoneOffset.UTC,
                new OrgTree(List.of(root, department)),
                Map.of(),
                new Catalogue.Declared(List.of(), List.of(), List.of(YEAR), List.of(goal), List.of()),
                "digest");
    }

    private static OrgUnit unit(String id, OrgUnit.Kind kind, Optional<String> parent) {
        return new OrgUnit(id, id, kind, parent, List.of(), Optional.empty(), List.of());
    }

    @Test
    void ofFourTasksTwoAreDueAndOneIsDone() {
        Catalogue catalogue = catalogue();
        Instant now = Instant.parse("2026-01-08T10:00:00Z");
        CollegeAssessment result =
                new CollegeScoring(catalogue, new MemoryReadings()).assess(YEAR, new AsOf(now, Knowledge.NONE), now);
        List<Point> points = new PacePoints(catalogue, result).all(LocalDate.parse("2026-01-08"));
        assertThat(points).extracting(p -> p.tags().get("unit")).containsExactly("d", "d", "root", "root");
        assertThat(points.get(1).fields())
                .containsEntry("expected", new FieldValue.Decimal(50))
                .containsEntry("done", new FieldValue.Decimal(25))
                .containsEntry("behind", new FieldValue.Decimal(25));
        assertThat(points.get(3).fields()).isEqualTo(points.get(1).fields());
    }
}
