package cn.zhengai.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Supply;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.version.Composition.Dated;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever changes between versions, on each day the lines are those of the version in force then. */
class CompositionTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final int DAYS = 400;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachDayHasTheLinesOfItsVersion(long seed) {
        Random random = new Random(seed);
        List<Dated> versions = new ArrayList<>();
        LocalDate from = CatalogueVersion.ALWAYS;
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            versions.add(new Dated(from, SmallCatalogues.seeded(random)));
            from = (i == 0 ? FIRST : from).plusDays(1 + random.nextInt(120));
        }
        Catalogue today = versions.get(count - 1).catalogue();

        Catalogue composed = Composition.of(versions);

        for (ControlPoint point : composed.points().values()) {
            for (Subject subject : today.subjects().values()) {
                List<LinesVersion> lines = point.linesFor(subject, composed.tree());
                for (int day = 0; day < DAYS; day += 7) {
                    LocalDate date = FIRST.plusDays(day);
                    assertThat(on(lines, date))
                            .as("%s %s %s", point.id(), subject.id(), date)
                            .isEqualTo(expected(versions, point.id(), subject, date));
                }
            }
        }
    }

    private static ThreeLines on(List<LinesVersion> lines, LocalDate day) {
        return lines.stream()
                .filter(v -> !v.from().isAfter(day))
                .reduce((a, b) -> b)
                .orElse(lines.get(0))
                .lines();
    }

    private static ThreeLines expected(List<Dated> versions, String point, Subject now, LocalDate day) {
        int i = versions.size() - 1;
        while (i > 0 && versions.get(i).from().isAfter(day)) {
            i--;
        }
        while (versions.get(i).catalogue().point(point).isEmpty()) {
            i++;
        }
        Catalogue then = versions.get(i).catalogue();
        Subject subject = then.subject(now.id()).orElse(now);
        return on(then.point(point).orElseThrow().linesFor(subject, then.tree()), day);
    }

    @Test
    void whatDidNotChangeStaysTheSameObject() {
        Catalogue before = SmallCatalogues.of(90, "数控系");
        Catalogue after = SmallCatalogues.of(90, "智能制造系");
        Catalogue composed =
                Composition.of(List.of(new Dated(CatalogueVersion.ALWAYS, before), new Dated(FIRST, after)));
        assertThat(composed.points().get("p")).isSameAs(after.points().get("p"));
        assertThat(Composition.of(List.of(new Dated(FIRST, after)))).isSameAs(after);
    }

    /** Hold, calm, raise-at and veto of a day are those of the version of that day, in whatever order they changed. */
    @ParameterizedTest
    @MethodSource("seeds")
    void eachDayHasThePatienceOfItsVersion(long seed) {
        Random random = new Random(seed);
        Catalogue text = SmallCatalogues.of(90, "数控系");
        ControlPoint plain = text.points().values().iterator().next();
        List<Dated> versions = new ArrayList<>();
        LocalDate from = CatalogueVersion.ALWAYS;
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Watch watch = new Watch(
                    new Patience(1 + random.nextInt(2), Duration.ZERO), Patience.NONE, false, random.nextBoolean());
            versions.add(new Dated(
                    from,
                    text.with(
                            text.tree(),
                            Map.of(
                                    plain.id(),
                                    plain.with(new Supply(Optional.of(Duration.ofDays(3)), Optional.empty()))
                                            .with(watch, plain.versions())))));
            from = (i == 0 ? FIRST : from).plusDays(1 + random.nextInt(120));
        }

        ControlPoint composed = Composition.of(versions).points().get(plain.id());

        for (int day = 0; day < DAYS; day += 3) {
            LocalDate date = FIRST.plusDays(day);
            Catalogue then = versions.stream()
                    .filter(version -> !version.from().isAfter(date))
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .catalogue();
            assertThat(composed.watch().on(date))
                    .as("%s", date)
                    .isEqualTo(then.point(plain.id()).orElseThrow().watch());
        }
        assertThat(composed.supply().grace())
                .as("what else the point says stays")
                .contains(Duration.ofDays(3));
    }

    @Test
    void graceAndMasterAreThoseOfTodayWhateverChangedInTheLines() {
        Supply supply = new Supply(Optional.of(Duration.ofDays(3)), Optional.of("jw"));
        Catalogue before = SmallCatalogues.of(90, "数控系");
        Catalogue after = SmallCatalogues.of(80, "数控系");
        Catalogue supplied = after.with(
                after.tree(), Map.of("p", after.point("p").orElseThrow().with(supply)));
        Catalogue composed =
                Composition.of(List.of(new Dated(CatalogueVersion.ALWAYS, before), new Dated(FIRST, supplied)));
        assertThat(composed.point("p").orElseThrow().versions()).hasSize(2);
        assertThat(composed.point("p").orElseThrow().supply()).isEqualTo(supply);
    }

    @Test
    void aRenamedUnitAnswersToItsFormerNameUnlessAnotherHasItNow() {
        Catalogue before = SmallCatalogues.of(90, "数控系");
        Catalogue after = SmallCatalogues.of(90, "智能制造系");
        OrgTree tree = Composition.of(List.of(new Dated(CatalogueVersion.ALWAYS, before), new Dated(FIRST, after)))
                .tree();
        assertThat(tree.named("数控系")).isEqualTo(tree.unit("d"));
        assertThat(tree.named("智能制造系")).isEqualTo(tree.unit("d"));

        Catalogue taken = SmallCatalogues.of(90, "智能制造系", "数控系");
        OrgTree other = Composition.of(List.of(new Dated(CatalogueVersion.ALWAYS, before), new Dated(FIRST, taken)))
                .tree();
        assertThat(other.named("数控系")).isEqualTo(other.unit("e"));
    }
}
