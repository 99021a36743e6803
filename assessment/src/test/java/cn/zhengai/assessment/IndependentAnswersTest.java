package cn.zhengai.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.assessment.raw.PlainCalculator;
import cn.zhengai.assessment.raw.PlainCalculator.Quotient;
import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.raw.SeededCollege;
import cn.zhengai.assessment.rollup.AsOf;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.assessment.scoring.Figuring;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.testkit.store.MemoryReadings;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of a random college equals what plain loops over the raw readings give. */
class IndependentAnswersTest {

    static LongStream seeds() {
        return LongStream.range(0, 800);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameAsPlainLoops(long seed) {
        RawCollege raw = SeededCollege.of(seed);
        long asOf = RawCollege.noon("2026-03-01") + 86_400_000L * new Random(seed).nextInt(400);
        PlainCalculator plain = new PlainCalculator(raw, asOf);
        Catalogue catalogue = RealCollege.catalogue(raw);

        CollegeAssessment result = new CollegeScoring(catalogue, RealCollege.store(raw))
                .assess(catalogue.cycle(RawCollege.CYCLE).orElseThrow(), Instant.ofEpochMilli(asOf), Instant.EPOCH);

        for (RawCollege.RawUnit unit : raw.units) {
            Optional<Quotient> expected = plain.achievement(unit.id(), true);
            Optional<DepartmentAssessment> found = result.unit(unit.id());
            assertThat(found.flatMap(DepartmentAssessment::achievement))
                    .as(unit.id())
                    .isEqualTo(exact(expected));
            assertThat(found.flatMap(DepartmentAssessment::achievementKnownOnly))
                    .as(unit.id())
                    .isEqualTo(exact(plain.achievement(unit.id(), false)));
            assertThat(found.flatMap(DepartmentAssessment::grade).map(Grade::chinese))
                    .as(unit.id())
                    .isEqualTo(unit.kind().equals("DEPARTMENT") ? expected.map(plain::grade) : Optional.empty());
        }
        raw.goals.forEach(goal -> {
            GoalResult found =
                    result.unit(goal.unit()).orElseThrow().goal(goal.id()).orElseThrow();
            assertThat(found.achievement()).as(goal.id()).isEqualTo(exact(plain.achievement(goal)));
            assertThat(found.unknown().isPresent())
                    .isEqualTo(found.achievement().isEmpty());
            found.measured().ifPresent(m -> m.subjects().forEach(s -> sameValue(raw, plain, m.point(), s)));
        });
    }

    /** Also where no goal asks, and without the cap of a goal. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyGroupSameAsPlainLoops(long seed) {
        RawCollege raw = SeededCollege.of(seed);
        long asOf = RawCollege.noon("2026-03-01") + 86_400_000L * new Random(seed).nextInt(400);
        PlainCalculator plain = new PlainCalculator(raw, asOf);
        Catalogue catalogue = RealCollege.catalogue(raw);
        MemoryReadings store = RealCollege.store(raw);
        Figuring figures = new Figuring(
                catalogue,
                store,
                catalogue.cycle(RawCollege.CYCLE).orElseThrow(),
                catalogue.points().values(),
                AsOf.at(Instant.ofEpochMilli(asOf), store));

        for (RawCollege.RawPoint point : raw.points) {
            for (RawCollege.RawUnit unit : raw.units) {
                assertThat(figures.measure(catalogue.point(point.id()).orElseThrow(), unit.id(), Optional.empty(), 0)
                                .figure()
                                .value())
                        .as(point + " in " + unit)
                        .isEqualTo(exact(plain.group(unit.id(), point)));
            }
        }
    }

    private static void sameValue(RawCollege raw, PlainCalculator plain, String point, SubjectFigure subject) {
        Optional<Quotient> expected = plain.value(
                raw.points.stream()
                        .filter(p -> p.id().equals(point))
                        .findFirst()
                        .orElseThrow(),
                raw.subjects.stream()
                        .filter(s -> s.id().equals(subject.subject()))
                        .findFirst()
                        .orElseThrow());
        assertThat(subject.value()).as(point + "/" + subject.subject()).isEqualTo(exact(expected));
    }

    /** Lowest terms by the greatest common divisor, so that equal numbers are equal objects. */
    private static Optional<Fraction> exact(Optional<Quotient> quotient) {
        return quotient.map(q -> {
            BigInteger common = q.top().gcd(q.bottom());
            return new Fraction(q.top().divide(common), q.bottom().divide(common));
        });
    }
}
