package cn.zhengai.assessment.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.raw.SeededCollege;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quick ways give what the catalogue's own slow ways give. */
class MembersTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameSubjectsAsTheCatalogueNames(long seed) {
        Catalogue catalogue = RealCollege.catalogue(SeededCollege.of(seed));
        Members members = new Members(catalogue);

        for (ControlPoint point : catalogue.points().values()) {
            for (OrgUnit unit : catalogue.tree().units()) {
                assertThat(members.of(point, unit.id()))
                        .containsExactlyInAnyOrderElementsOf(catalogue.subjectsOf(point, unit.id()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameLinesAsThePointNames(long seed) {
        Catalogue catalogue = RealCollege.catalogue(SeededCollege.of(seed));
        LocalDate day = LocalDate.parse("2025-01-01").plusDays(new Random(seed).nextInt(900));

        for (ControlPoint point : catalogue.points().values()) {
            LinesInForce lines = new LinesInForce(point, catalogue.tree(), day);
            for (Subject subject : catalogue.subjectsOf(point.level())) {
                List<LinesVersion> versions = point.linesFor(subject, catalogue.tree());
                ThreeLines expected = versions.stream()
                        .filter(v -> !v.from().isAfter(day))
                        .reduce((a, b) -> b)
                        .orElse(versions.get(0))
                        .lines();
                assertThat(lines.of(subject)).isEqualTo(expected);
            }
        }
    }
}
