package cn.zhengai.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.ReadingEvidence;
import cn.zhengai.assessment.breakdown.Unknown;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.rollup.PointFigure;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentDeskTest {
    private final SettableTime time = SettableTime.at("2027-01-10T00:00:00Z");
    private final AssessmentLedger ledger = new MemoryLedger().assessments();
    private final RawCollege raw = new RawCollege()
            .unit("root", "", "COMMITTEE")
            .unit("jwc", "root", "DEPARTMENT")
            .unit("jys", "jwc", "SECTION")
            .unit("xsc", "root", "DEPARTMENT")
            .subject("a", "COURSE", "jys")
            .subject("b", "COURSE", "jwc")
            .point("p", "RATIO", true, 98, 95, 90)
            .ratioGoal("g", "jwc", "p", 95_000_000)
            .taskGoal("t", "jwc", 3, 4)
            .metGoal("own", "jys", "p")
            .ratio("p", "a", "2026-03-01", 47, 50)
            .ratio("p", "a", "2026-03-02", 50, 50)
            .ratio("p", "b", "2026-03-01", 4613, 4900);
    private final MemoryReadings store = RealCollege.store(raw);
    private final AssessmentDesk desk = new AssessmentDesk(() -> RealCollege.catalogue(raw), store, ledger, time);

    private CollegeAssessment assess() {
        return desk.assess(RawCollege.CYCLE);
    }

    @Test
    void theWorkedNumbersFromTheReadingsToTheGrade() {
        CollegeAssessment result = assess();

        // (47 + 50 + 4613) / (50 + 50 + 4900) = 4710 / 5000 = 94.2 %; 100 * 94.2 / 95 = 1884/19; tasks 75
        DepartmentAssessment jwc = result.unit("jwc").orElseThrow();
        assertThat(jwc.goal("g").flatMap(GoalResult::achievement)).contains(Fraction.of(1884, 19));
        assertThat(jwc.goal("g").orElseThrow().formula())
                .isEqualTo("实际值：100 × 4710 ÷ 5000 = 94.2；达成度：100 × 94.2 ÷ 95 = 99.15…");
        assertThat(jwc.goal("t").orElseThrow().formula()).isEqualTo("4 项任务中完成 3 项：100 × 3 ÷ 4 = 75");
        assertThat(jwc.achievement())
                .contains(Fraction.of(1884, 19).plus(Fraction.of(75)).dividedBy(Fraction.of(2)));
        assertThat(jwc.grade()).contains(Grade.BASICALLY_MET);
        assertThat(jwc.formula()).isEqualTo("(1 × 99.15… + 1 × 75) ÷ 2 = 87.07…");
    }

    @Test
    void departmentsWithoutGoalsAreListedUngradedAndSectionsStandApart() {
        CollegeAssessment result = assess();

        assertThat(result.departments()).extracting(DepartmentAssessment::unit).containsExactly("jwc", "xsc");
        assertThat(result.unit("xsc").orElseThrow().grade()).isEmpty();
        assertThat(result.unit("xsc").orElseThrow().achievement()).isEmpty();
        assertThat(result.otherUnits()).extracting(DepartmentAssessment::unit).containsExactly("jys");
        assertThat(result.unit("jys").orElseThrow().achievement()).contains(Fraction.HUNDRED);
        assertThat(result.unit("jys").orElseThrow().grade()).isEmpty();
    }

    @Test
    void keptAndReadBack() {
        assertThat(desk.newest(RawCollege.CYCLE)).isEmpty();

        CollegeAssessment result = assess();

        assertThat(desk.newest(RawCollege.CYCLE)).contains(result);
        assertThat(desk.history(RawCollege.CYCLE)).hasSize(1);
    }

    @Test
    void explainedDownToTheReadingsAsTheyWereKnown() {
        assess();
        correct("a", "2026-03-02", 10, 50);

        List<ReadingEvidence> readings = desk.readings(RawCollege.CYCLE, "jwc", "g", "a");

        assertThat(readings).extracting(ReadingEvidence::value).containsExactly(Fraction.of(94), Fraction.of(100));
        assertThat(readings).extracting(ReadingEvidence::batch).containsExactly("batch-0", "batch-1");
        assertThat(readings.get(0).numerator()).contains(Fraction.of(47));
        assertThat(readings.get(0).row()).isEqualTo(7);

        assess();
        assertThat(desk.readings(RawCollege.CYCLE, "jwc", "g", "a"))
                .extracting(ReadingEvidence::value)
                .containsExactly(Fraction.of(94), Fraction.of(20));
    }

    private void correct(String subject, String day, long numerator, long denominator) {
        Instant recorded = time.advance(Duration.ofDays(1));
        Reading reading = Reading.ratio(
                new SeriesIndex().of("p", subject),
                RawCollege.noon(day),
                numerator * 1_000_000,
                denominator * 1_000_000,
                100,
                1);
        store.append(List.of(new Batch(new BatchHead("late", "source", recorded, false), List.of(reading))));
    }

    @Test
    void anEarlierStateOfKnowledgeGivesTheEarlierResult() {
        CollegeAssessment before = assess();
        Instant then = time.instant();
        correct("b", "2026-03-01", 100, 4900);

        CollegeAssessment now = assess();
        CollegeAssessment again = desk.assess(RawCollege.CYCLE, then);

        assertThat(now.digest()).isNotEqualTo(before.digest());
        assertThat(again.digest()).isEqualTo(before.digest());
        assertThat(again.computedAt()).isAfter(before.computedAt());
    }

    /** The clock ran fast and was set back: what it recorded counts at once and stays in what was computed. */
    @Test
    void readingsOfAFastClockCount() {
        Instant right = time.instant();
        correct("a", "2026-03-02", 10, 50);
        time.set(right);

        CollegeAssessment result = assess();

        assertThat(result.asOf()).isEqualTo(right);
        assertThat(result.unit("jwc").orElseThrow().goal("g").orElseThrow().formula())
                .startsWith("实际值：100 × 4670 ÷ 5000 = 93.4");
        assertThat(desk.readings(RawCollege.CYCLE, "jwc", "g", "a"))
                .extracting(ReadingEvidence::value)
                .containsExactly(Fraction.of(94), Fraction.of(20));
    }

    /** A long file is logged in parts under one head; the result stands on the part that was there. */
    @Test
    void aResultInTheMiddleOfAFileStaysWhatItWas() {
        BatchHead file = new BatchHead("file", "source", time.instant(), false);
        SeriesIndex index = new SeriesIndex();
        store.append(List.of(new Batch(file, List.of(ratio(index, "a", "2026-03-03", 10)))));
        CollegeAssessment between = assess();
        store.append(List.of(new Batch(file, List.of(ratio(index, "a", "2026-03-04", 20)))));

        assertThat(desk.readings(RawCollege.CYCLE, "jwc", "g", "a")).hasSize(3);
        assertThat(desk.newest(RawCollege.CYCLE)).contains(between);
        assertThat(assess().digest()).isNotEqualTo(between.digest());
        assertThat(desk.readings(RawCollege.CYCLE, "jwc", "g", "a")).hasSize(4);
    }

    private static Reading ratio(SeriesIndex index, String subject, String day, long numerator) {
        return Reading.ratio(index.of("p", subject), RawCollege.noon(day), numerator * 1_000_000, 50_000_000, 100, 1);
    }

    @Test
    void subjectsOfAGoalAndPointsOfALevel() {
        assertThat(desk.subjects(RawCollege.CYCLE, "jwc", "g"))
                .extracting(SubjectFigure::subject)
                .containsExactly("b", "a");
        assertThat(desk.subjects(RawCollege.CYCLE, "jwc", "t")).isEmpty();
        List<PointFigure> points = desk.figures(Level.COURSE, RawCollege.CYCLE);
        assertThat(points).extracting(PointFigure::shown).containsExactly("94.2%");
        assertThat(points.get(0).figure().read()).isEqualTo(2);
        assertThat(desk.figures(Level.STUDENT, RawCollege.CYCLE)).isEmpty();
    }

    @Test
    void whatIsNotDeclaredIsRefusedByName() {
        assertThatThrownBy(() -> desk.assess("1999"))
                .isInstanceOf(NotDeclaredException.class)
                .hasMessageContaining("1999")
                .hasMessageContaining("2026");
        assertThatThrownBy(() -> desk.readings(RawCollege.CYCLE, "jwc", "nope", "a"))
                .isInstanceOf(NotDeclaredException.class)
                .hasMessageContaining("nope");
        assertThatThrownBy(() -> desk.readings(RawCollege.CYCLE, "jys", "own", "b"))
                .isInstanceOf(NotDeclaredException.class)
                .hasMessageContaining("b");
    }

    @Test
    void unknownGoalsSayWhyAndCountAsNothing() {
        raw.ratioGoal("absent", "jwc", "no-such-point", 1_000_000);
        raw.point("q", "MEAN", true, 3, 2, 1);
        raw.ratioGoal("unread", "jwc", "q", 1_000_000);
        raw.metGoal("nobody", "xsc", "q");

        CollegeAssessment result = assess();

        DepartmentAssessment jwc = result.unit("jwc").orElseThrow();
        assertThat(jwc.goal("absent").flatMap(GoalResult::unknown)).contains(Unknown.NO_POINT);
        assertThat(jwc.goal("unread").flatMap(GoalResult::unknown)).contains(Unknown.NO_READINGS);
        assertThat(jwc.goal("unread").orElseThrow().formula()).contains("没有采集值").contains("按 0 计");
        assertThat(jwc.unknownGoals()).hasSize(2);
        Fraction known = Fraction.of(1884, 19).plus(Fraction.of(75));
        assertThat(jwc.achievement()).contains(known.dividedBy(Fraction.of(4)));
        assertThat(jwc.achievementKnownOnly()).contains(known.dividedBy(Fraction.of(2)));
        assertThat(jwc.grade()).contains(Grade.NOT_MET);
        DepartmentAssessment xsc = result.unit("xsc").orElseThrow();
        assertThat(xsc.goal("nobody").flatMap(GoalResult::unknown)).contains(Unknown.NO_SUBJECTS);
        assertThat(xsc.achievement()).contains(Fraction.ZERO);
        assertThat(xsc.achievementKnownOnly()).isEmpty();
    }

    @Test
    void anUnreadableDocumentIsATroubleOfTheOutside() {
        ledger.keep(new AssessmentLedger.Kept(RawCollege.CYCLE, time.instant(), "rules", "digest", "{half"));

        assertThatThrownBy(() -> desk.newest(RawCollege.CYCLE))
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.CORRUPT));
    }
}
