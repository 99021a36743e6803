package cn.zhengai.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.breakdown.AssessmentJson;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.Measured;
import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.store.MemoryReadings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 100,000 series with three readings each, in 40 departments with two goals each and one goal over all. */
class LargeCollegeTest {
    private static final int SUBJECTS = 50_000;
    private static final int DEPARTMENTS = 40;
    private static final Instant AS_OF = Instant.parse("2027-01-10T00:00:00Z");

    @Test
    void assessedInOnePass() throws Exception {
        Catalogue catalogue = RealCollege.catalogue(college());
        MemoryReadings store = readings();

        CollegeAssessment result = new CollegeScoring(catalogue, store)
                .assess(catalogue.cycle(RawCollege.CYCLE).orElseThrow(), AS_OF, AS_OF);

        for (int d = 0; d < DEPARTMENTS; d++) {
            long numerators = 0;
            long denominators = 0;
            long met = 0;
            long all = 0;
            for (int i = d; i < SUBJECTS; i += DEPARTMENTS) {
                long sum = 0;
                for (int day = 1; day <= 3; day++) {
                    numerators += attended(i, day);
                    denominators += 50;
                    sum += score(i, day);
                }
                all++;
                met += sum >= 3 * 80 ? 1 : 0;
            }
            assertThat(goal(result, "d" + d, "ratio" + d).actual())
                    .contains(Fraction.of(100 * numerators, denominators));
            assertThat(goal(result, "d" + d, "met" + d).achievement()).contains(Fraction.of(100 * met, all));
        }
        Measured whole = goal(result, "root", "whole").measured().orElseThrow();
        assertThat(whole.figure().applicable()).isEqualTo(SUBJECTS);
        assertThat(whole.subjects()).hasSize(Measured.LISTED);
        assertThat(AssessmentJson.parse(AssessmentJson.text(result)).intact()).isTrue();
    }

    private static GoalResult goal(CollegeAssessment result, String unit, String goal) {
        return result.unit(unit).orElseThrow().goal(goal).orElseThrow();
    }

    private static RawCollege college() {
        RawCollege raw = new RawCollege().unit("root", "", "COMMITTEE");
        raw.point("ratio", "RATIO", true, 98, 95, 90).point("mean", "MEAN", true, 90, 80, 60);
        raw.metGoal("whole", "root", "mean");
        for (int d = 0; d < DEPARTMENTS; d++) {
            raw.unit("d" + d, "root", "DEPARTMENT");
            raw.ratioGoal("ratio" + d, "d" + d, "ratio", 95_000_000);
            raw.metGoal("met" + d, "d" + d, "mean");
        }
        for (int i = 0; i < SUBJECTS; i++) {
            raw.subject("x" + i, "COURSE", "d" + i % DEPARTMENTS);
        }
        return raw;
    }

    private static MemoryReadings readings() {
        SeriesIndex index = new SeriesIndex();
        MemoryReadings store = new MemoryReadings(index);
        List<Reading> readings = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            long at = RawCollege.noon("2026-03-0" + day);
            for (int i = 0; i < SUBJECTS; i++) {
                readings.add(Reading.ratio(
                        index.of("ratio", "x" + i), at, attended(i, day) * 1_000_000L, 50_000_000L, 100, 1));
                readings.add(Reading.plain(index.of("mean", "x" + i), at, score(i, day) * 1_000_000L, 1));
            }
        }
        store.append(List.of(new Batch(new BatchHead("all", "source", AS_OF, false), readings)));
        return store;
    }

    private static long attended(int subject, int day) {
        return (subject * 7L + day * 13L) % 51;
    }

    private static long score(int subject, int day) {
        return 60 + (subject * 31L + day * 17L) % 41;
    }
}
