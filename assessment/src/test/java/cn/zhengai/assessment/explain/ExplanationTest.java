package cn.zhengai.assessment.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.NotDeclaredException;
import cn.zhengai.assessment.breakdown.AssessmentJson;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.raw.SeededCollege;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Evidence;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
    private static final Question WHOLE = new Question(Optional.empty(), new Cut(9, 100_000));
    private static final Question BRIEF = new Question(Optional.empty(), new Cut(4, 3));

    private final SettableTime time = SettableTime.at("2027-01-10T00:00:00Z");
    private final AssessmentLedger ledger = new MemoryLedger().assessments();
    private final RawCollege raw = new RawCollege()
            .unit("root", "", "COMMITTEE")
            .unit("jwc", "root", "DEPARTMENT")
            .unit("jys", "jwc", "SECTION")
            .subject("a", "COURSE", "jys")
            .subject("b", "COURSE", "jwc")
            .point("p", "RATIO", true, 98, 95, 90)
            .ratioGoal("g", "jwc", "p", 95_000_000)
            .taskGoal("t", "jwc", 3, 4)
            .metGoal("own", "jys", "p")
            .ratio("p", "a", "2026-03-01", 47, 50)
            .ratio("p", "a", "2026-03-02", 50, 50)
            .ratio("p", "b", "2026-03-01", 4613, 4900);
    private final Catalogue catalogue = RealCollege.catalogue(raw);
    private final MemoryReadings store = RealCollege.store(raw);
    private final AssessmentDesk desk = new AssessmentDesk(() -> catalogue, store, ledger, time);
    private final ExplanationDesk explanations = new ExplanationDesk(() -> catalogue, store, desk, time);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** The tree's own arithmetic, from the readings up, gives every kept figure of a random college to the digit. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyKeptFigureIsDerivedAgain(long seed) {
        RawCollege college = SeededCollege.of(seed);
        Catalogue rules = RealCollege.catalogue(college);
        MemoryReadings readings = RealCollege.store(college);
        SettableTime then = new SettableTime(
                Instant.ofEpochMilli(RawCollege.noon("2026-03-01") + 86_400_000L * new Random(seed).nextInt(400)));
        AssessmentDesk assessments = new AssessmentDesk(() -> rules, readings, new MemoryLedger().assessments(), then);
        ExplanationDesk reasons = new ExplanationDesk(() -> rules, readings, assessments, then);
        assessments.assess(RawCollege.CYCLE, then.instant());

        for (RawCollege.RawUnit unit : college.units) {
            if (rules.goalsOf(RawCollege.CYCLE).containsKey(unit.id())) {
                Explanation whole = reasons.grade(unit.id(), RawCollege.CYCLE, WHOLE);
                assertThat(whole.alarms()).isEmpty();
                assertThat(whole.agreement().state()).isEqualTo(Agreement.State.EQUAL);
                assertThat(whole.all().filter(n -> n.kind() == Kind.GOAL || n.kind() == Kind.SUBJECT))
                        .allMatch(n -> n.agreement().state() == Agreement.State.EQUAL);
                assertThat(whole.all().mapToLong(Explanation::unlisted).sum()).isZero();
                Explanation cut = reasons.grade(unit.id(), RawCollege.CYCLE, BRIEF);
                assertThat(cut.exact()).isEqualTo(whole.exact());
                assertThat(cut.alarms()).isEmpty();
            }
        }
    }

    @Test
    void theWorkedNumbersFromTheGradeToTheRow() {
        desk.assess(RawCollege.CYCLE);

        Explanation grade = explanations.grade("jwc", RawCollege.CYCLE, WHOLE);

        assertThat(grade.shown()).isEqualTo("基本达标");
        assertThat(grade.working().orElseThrow().formula()).isEqualTo("80 ≤ 87.07… < 90");
        assertThat(grade.agreement().sentence()).isEqualTo("与保存的结果逐位一致");
        Explanation achievement = grade.parts().get(0);
        assertThat(achievement.exact())
                .contains(Fraction.of(1884, 19).plus(Fraction.of(75)).dividedBy(Fraction.of(2)));
        assertThat(achievement.working().orElseThrow().formula()).isEqualTo("(1 × 99.15… + 1 × 75) ÷ 2 = 87.07…");
        Explanation figure = achievement.parts().get(0).parts().get(0);
        assertThat(figure.working().orElseThrow().formula()).isEqualTo("2 个主体分子合计 ÷ 分母合计：100 × 4710 ÷ 5000 = 94.2");
        Explanation subject = figure.parts().get(1);
        assertThat(subject.working().orElseThrow().formula()).isEqualTo("100 × 97 ÷ 100 = 97");
        Evidence newest = subject.parts().get(0).reading().orElseThrow();
        assertThat(newest.batch()).isEqualTo("batch-1");
        assertThat(newest.row()).isEqualTo(7);
        assertThat(newest.numerator()).contains(Fraction.of(50));
    }

    /** Also after a correction: what was known then is explained, and the correction is not part of it. */
    @Test
    void anOldResultIsExplainedWithWhatItKnew() {
        desk.assess(RawCollege.CYCLE);
        correct(10);

        Explanation old = explanations.figure("p", "a", RawCollege.CYCLE, WHOLE);
        desk.assess(RawCollege.CYCLE);
        Explanation fresh = explanations.figure("p", "a", RawCollege.CYCLE, WHOLE);

        assertThat(old.exact()).contains(Fraction.of(97));
        assertThat(old.parts().get(0).reading().orElseThrow().superseded()).isEmpty();
        assertThat(fresh.exact()).contains(Fraction.of(57));
        Evidence corrected = fresh.parts().get(0).reading().orElseThrow();
        assertThat(corrected.value()).isEqualTo(Fraction.of(20));
        assertThat(corrected.superseded()).extracting(Evidence::value).containsExactly(Fraction.of(100));
        assertThat(fresh.alarms()).isEmpty();
    }

    private void correct(long numerator) {
        Reading reading = Reading.ratio(
                new SeriesIndex().of("p", "a"),
                RawCollege.noon("2026-03-02"),
                numerator * 1_000_000,
                50_000_000,
                100,
                1);
        store.append(List.of(new Batch(new BatchHead("late", "source", time.instant(), false), List.of(reading))));
    }

    @Test
    void aKeptFigureThatIsNotTheDerivedOneIsAnAlarm() {
        CollegeAssessment honest = desk.assess(RawCollege.CYCLE);
        String forged = AssessmentJson.text(honest).replace("1884/19", "1899/19");
        ledger.keep(new AssessmentLedger.Kept(
                RawCollege.CYCLE, time.instant().plusSeconds(1), honest.catalogueDigest(), "forged", forged));

        Explanation goal = explanations.goal("jwc", "g", RawCollege.CYCLE, BRIEF);

        assertThat(goal.agreement().alarming()).isTrue();
        assertThat(goal.agreement().sentence()).contains("不一致").contains("99.94");
        assertThat(explanations.grade("jwc", RawCollege.CYCLE, BRIEF).alarms()).hasSize(1);
    }

    @Test
    void whatIsCutIsCounted() {
        desk.assess(RawCollege.CYCLE);

        Explanation figure =
                explanations.figure("p", "jwc", RawCollege.CYCLE, new Question(Optional.empty(), new Cut(2, 1)));

        assertThat(figure.exact()).contains(Fraction.of(471, 5));
        assertThat(figure.parts()).hasSize(1);
        assertThat(figure.unlisted()).isEqualTo(1);
        assertThat(figure.parts().get(0).unlisted()).isEqualTo(1);
        assertThat(explanations
                        .figure("p", "jwc", RawCollege.CYCLE, new Question(Optional.empty(), new Cut(1, 9)))
                        .unlisted())
                .isEqualTo(2);
    }

    @Test
    void aBandSaysWhichLineWasTrue() {
        Explanation band = explanations.band("p", "a", Optional.of(Instant.parse("2026-03-01T12:00:00Z")), WHOLE);

        assertThat(band.shown()).isEqualTo("未达标");
        assertThat(band.working().orElseThrow().formula()).isEqualTo("预警值、目标值、标准值都不成立：94%");
        assertThat(band.parts()).extracting(Explanation::shown).containsExactly("不成立", "不成立", "不成立", "94%");
        assertThat(band.agreement().state()).isEqualTo(Agreement.State.EQUAL);
        assertThat(explanations.band("p", "a", Optional.empty(), WHOLE).shown()).isEqualTo("达到目标");
        assertThat(explanations
                        .band("p", "a", Optional.of(Instant.EPOCH), WHOLE)
                        .shown())
                .isEqualTo("无数据");
    }

    @Test
    void withoutTheRulesOfAResultNothingIsPretended() {
        desk.assess(RawCollege.CYCLE);
        raw.metGoal("later", "jwc", "p");
        Catalogue changed = RealCollege.catalogue(raw, "rules-2");
        ExplanationDesk later = new ExplanationDesk(() -> changed, store, desk, time);

        assertThatThrownBy(() -> later.grade("jwc", RawCollege.CYCLE, WHOLE))
                .isInstanceOf(UnexplainableException.class)
                .hasMessageContaining("zhengai assess 2026")
                .hasMessageContaining("rules-1");
        assertThat(later.grade("jwc", RawCollege.CYCLE, new Question(Optional.of(time.instant()), new Cut(3, 9)))
                        .agreement())
                .isEqualTo(Agreement.NONE);
    }

    @Test
    void whatIsNotDeclaredIsRefusedByName() {
        assertThatThrownBy(() -> explanations.grade("nobody", RawCollege.CYCLE, WHOLE))
                .isInstanceOf(NotDeclaredException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> explanations.figure("p", "nobody", RawCollege.CYCLE, WHOLE))
                .isInstanceOf(NotDeclaredException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> explanations.band("q", "a", Optional.empty(), WHOLE))
                .isInstanceOf(NotDeclaredException.class)
                .hasMessageContaining("q");
    }
}
