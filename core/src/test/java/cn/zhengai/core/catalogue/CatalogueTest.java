package cn.zhengai.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.ThreeLines;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static OrgUnit unit(String id, String name, OrgUnit.Kind kind, String parent, String... aliases) {
        return new OrgUnit(
                id,
                name,
                kind,
                Optional.of(parent).filter(p -> !p.isEmpty()),
                List.of(aliases),
                Optional.empty(),
                List.of());
    }

    private static final OrgTree TREE = new OrgTree(List.of(
            unit("zlw", "质量管理委员会", OrgUnit.Kind.COMMITTEE, ""),
            unit("zjb", "质量监控与管理办公室", OrgUnit.Kind.DEPARTMENT, "zlw", "质量监控办公室", "质量监控公室"),
            unit("jd", "机电系", OrgUnit.Kind.DEPARTMENT, "zlw"),
            unit("jd-sk", "数控教研室", OrgUnit.Kind.SECTION, "jd")));

    @Test
    void oneOfficeNamedThreeWaysIsOneUnit() {
        assertThat(TREE.named("质量监控公室")).isEqualTo(TREE.named("质量监控办公室")).isEqualTo(TREE.unit("zjb"));
        assertThat(TREE.upwards("jd-sk")).extracting(OrgUnit::id).containsExactly("jd-sk", "jd", "zlw");
        assertThat(TREE.subtree("jd")).containsExactly("jd", "jd-sk");
        assertThat(TREE.department("jd-sk")).isEqualTo(TREE.unit("jd"));
        assertThat(TREE.department("zlw")).isEmpty();
    }

    @Test
    void refusesTreesThatAreNone() {
        assertThatThrownBy(() -> new OrgTree(List.of(
                        unit("a", "甲", OrgUnit.Kind.DEPARTMENT, "b"),
                        unit("b", "乙", OrgUnit.Kind.DEPARTMENT, "a"),
                        unit("c", "丙", OrgUnit.Kind.COMMITTEE, ""))))
                .hasMessageContaining("loop");
        assertThatThrownBy(() -> new OrgTree(List.of(
                        unit("a", "甲", OrgUnit.Kind.COMMITTEE, ""), unit("b", "乙", OrgUnit.Kind.DEPARTMENT, "a", "甲"))))
                .hasMessageContaining("甲");
    }

    private static LinesVersion version(String from, LinesVersion.Scope scope, int warning) {
        return new LinesVersion(
                LocalDate.parse(from),
                scope,
                new ThreeLines(
                        Condition.parse("98", ">="),
                        Condition.parse("95", ">="),
                        Condition.parse(String.valueOf(warning), "<")));
    }

    @Test
    void theNarrowestScopeInForceWins() {
        ControlPoint point = new ControlPoint(
                "p",
                "点",
                Level.COURSE,
                MeasureUnit.of("%"),
                Direction.HIGHER_IS_BETTER,
                RollUp.RATIO,
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Watch.DEFAULT,
                List.of(
                        version("2020-01-01", LinesVersion.Scope.ALL, 90),
                        version("2026-01-01", LinesVersion.Scope.ALL, 80),
                        version("2025-01-01", new LinesVersion.Scope(LinesVersion.Scope.Kind.UNIT, "jd"), 70),
                        version("2025-06-01", new LinesVersion.Scope(LinesVersion.Scope.Kind.SUBJECT, "k1"), 60)),
                true);
        Subject mine = new Subject("k1", "数控编程", Level.COURSE, "jd-sk", List.of(), Set.of());
        assertThat(point.linesFor(mine, TREE))
                .extracting(v -> v.from() + " " + v.lines().warning())
                .as("what does not change is not said again")
                .containsExactly("2020-01-01 < 90", "2025-01-01 < 70", "2025-06-01 < 60");
        Subject other = new Subject("k2", "质量管理", Level.COURSE, "zjb", List.of(), Set.of());
        assertThat(point.linesFor(other, TREE))
                .extracting(v -> v.from() + " " + v.lines().warning())
                .containsExactly("2020-01-01 < 90", "2026-01-01 < 80");
    }

    @Test
    void patienceNeedsBothCountAndTime() {
        Patience patience = new Patience(3, Duration.ofDays(2));
        long day = Duration.ofDays(1).toMillis();
        assertThat(patience.enough(3, 0, day)).isFalse();
        assertThat(patience.enough(2, 0, 5 * day)).isFalse();
        assertThat(patience.enough(3, 0, 2 * day)).isTrue();
    }
}
