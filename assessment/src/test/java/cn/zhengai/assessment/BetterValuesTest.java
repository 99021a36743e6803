package cn.zhengai.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RawCollege.RawReading;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.raw.SeededCollege;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.core.catalogue.Catalogue;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A better value never lowers anybody's achievement, through every roll-up and kind of goal. */
class BetterValuesTest {

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverLowerAchievement(long seed) {
        RawCollege raw = SeededCollege.of(seed);
        if (raw.readings.isEmpty()) {
            return;
        }
        CollegeAssessment before = assess(raw);
        Random random = new Random(seed);
        int chosen = random.nextInt(raw.readings.size());
        raw.readings.set(chosen, better(raw, raw.readings.get(chosen), 1 + random.nextInt(30_000_000)));

        CollegeAssessment after = assess(raw);

        for (RawCollege.RawUnit unit : raw.units) {
            before.unit(unit.id())
                    .flatMap(DepartmentAssessment::achievement)
                    .ifPresent(achievement -> assertThat(after.unit(unit.id())
                                    .flatMap(DepartmentAssessment::achievement)
                                    .orElseThrow())
                            .as(unit.id())
                            .isGreaterThanOrEqualTo(achievement));
        }
    }

    private static RawReading better(RawCollege raw, RawReading r, long by) {
        boolean higher = raw.points.stream()
                .filter(p -> p.id().equals(r.point()))
                .findFirst()
                .orElseThrow()
                .higher();
        long numerator = higher ? r.numerator() + by : Math.max(0, r.numerator() - by);
        return new RawReading(r.point(), r.subject(), r.at(), numerator, r.denominator(), r.revision(), r.recordedAt());
    }

    private static CollegeAssessment assess(RawCollege raw) {
        Catalogue catalogue = RealCollege.catalogue(raw);
        return new CollegeScoring(catalogue, RealCollege.store(raw))
                .assess(
                        catalogue.cycle(RawCollege.CYCLE).orElseThrow(),
                        Instant.parse("2027-06-01T00:00:00Z"),
                        Instant.EPOCH);
    }
}
