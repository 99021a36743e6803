package cn.zhengai.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.TaskResult;
import cn.zhengai.assessment.breakdown.TaskResult.Standing;
import cn.zhengai.assessment.breakdown.Unknown;
import cn.zhengai.assessment.raw.Lives;
import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RawCollege.RawGoal;
import cn.zhengai.assessment.raw.RawCollege.RawPoint;
import cn.zhengai.assessment.raw.RawCollege.RawTask;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollegeScoringTest {
    private final RawCollege raw = new RawCollege()
            .unit("d", "", "DEPARTMENT")
            .subject("a", "COURSE", "d")
            .subject("b", "COURSE", "d")
            .point("p", "LAST", true, 95, 90, 85)
            .point("low", "LAST", false, 2, 4, 6)
            .point("share", "SHARE_MET", false, 2, 4, 6)
            .plain("p", "a", "2026-05-01", 98_000_000)
            .plain("p", "b", "2026-05-01", 96_000_000)
            .plain("low", "a", "2026-05-01", 5_000_000)
            .plain("share", "a", "2026-05-01", 3_000_000);

    private GoalResult only(Catalogue catalogue, String asOf) {
        CollegeAssessment result = new CollegeScoring(catalogue, RealCollege.store(raw))
                .assess(catalogue.cycle(RawCollege.CYCLE).orElseThrow(), Instant.parse(asOf), Instant.EPOCH);
        return result.departments().get(0).goals().get(0);
    }

    private GoalResult only() {
        return only(RealCollege.catalogue(raw), "2027-01-10T00:00:00Z");
    }

    private static Catalogue with(Catalogue c, boolean enabled, Direction direction) {
        Map<String, ControlPoint> points = new LinkedHashMap<>();
        c.points()
                .forEach((id, p) -> points.put(
                        id,
                        new ControlPoint(
                                p.id(),
                                p.name(),
                                p.level(),
                                p.unit(),
                                direction,
                                p.rollUp(),
                                p.cadence(),
                                p.weight(),
                                p.owner(),
                                p.plausible(),
                                p.appliesTo(),
                                p.watch(),
                                p.versions(),
                                enabled)));
        return new Catalogue(
                c.college(),
                c.zone(),
                c.tree(),
                c.leadOffices(),
                c.subjects(),
                points,
                c.cycles(),
                c.goals(),
                c.sources(),
                c.digest());
    }

    @Test
    void aPointSwitchedOffIsUnknownThoughItHasReadings() {
        raw.ratioGoal("g", "d", "p", 95_000_000);

        GoalResult goal =
                only(with(RealCollege.catalogue(raw), false, Direction.HIGHER_IS_BETTER), "2027-01-10T00:00:00Z");

        assertThat(goal.unknown()).contains(Unknown.POINT_SWITCHED_OFF);
        assertThat(goal.measured()).isEmpty();
    }

    @Test
    void aRangeHasNoRatio() {
        raw.ratioGoal("g", "d", "p", 95_000_000);

        assertThat(only(with(RealCollege.catalogue(raw), true, Direction.WITHIN), "2027-01-10T00:00:00Z")
                        .unknown())
                .contains(Unknown.NO_DIRECTION);
    }

    @Test
    void aboveTheCapSaysSo() {
        raw.ratioGoal("g", "d", "p", 95_000_000);

        assertThat(only().achievement()).contains(Fraction.HUNDRED);
        assertThat(only().formula()).isEqualTo("实际值：2 个主体期末值的平均 = 97；达成度：100 × 97 ÷ 95 = 102.10…，超过上限，计 100");
    }

    /** Without lives, two offerings of other years would count as not meeting it: 1 of 4. */
    @Test
    void onlyWhatExistsInTheCycleCounts() {
        raw.subject("of2025", "COURSE", "d").subject("of2027", "COURSE", "d").metGoal("g", "d", "p");
        Catalogue all = RealCollege.catalogue(raw);
        Catalogue alive = Lives.of(
                all,
                Map.of(
                        "of2025", new Life(Optional.empty(), Optional.of(RawCollege.FROM), List.of()),
                        "of2027", new Life(Optional.of(RawCollege.UNTIL), Optional.empty(), List.of())));

        assertThat(only(all, "2027-01-10T00:00:00Z").target()).contains(Fraction.of(4));
        assertThat(only(alive, "2027-01-10T00:00:00Z").target()).contains(Fraction.of(2));
        assertThat(only(alive, "2027-01-10T00:00:00Z").achievement()).contains(Fraction.HUNDRED);
    }

    @Test
    void aDepartmentThatDoesNotExistInTheCycleIsNotListed() {
        raw.unit("gone", "d", "DEPARTMENT").ratioGoal("g", "d", "p", 95_000_000);
        Catalogue alive = Lives.of(
                RealCollege.catalogue(raw),
                Map.of("gone", new Life(Optional.empty(), Optional.of(RawCollege.FROM), List.of())));

        CollegeAssessment result = new CollegeScoring(alive, RealCollege.store(raw))
                .assess(alive.cycle(RawCollege.CYCLE).orElseThrow(), Instant.EPOCH, Instant.EPOCH);

        assertThat(result.departments()).extracting(DepartmentAssessment::unit).containsExactly("d");
    }

    @Test
    void lastQuotientsAreSummedAndTheSentenceShowsBothSums() {
        quotients().ratio("percent", "a", "2026-05-01", 40, 100).ratio("percent", "b", "2026-05-01", 5, 50);

        assertThat(only().actual()).contains(Fraction.of(30));
        assertThat(only().formula()).isEqualTo("实际值：2 个主体期末值的分子合计 ÷ 分母合计：100 × 45 ÷ 150 = 30；达成度：100 × 30 ÷ 60 = 50");
    }

    @Test
    void oneLastQuotientShowsItsTwoNumbers() {
        quotients().ratio("percent", "b", "2026-05-01", 2, 3);

        assertThat(only().formula()).startsWith("实际值：期末值：100 × 2 ÷ 3 = 66.66…；");
    }

    @Test
    void aMeanOfQuotientsAndPlainValuesSaysWhyItIsNoQuotientOfSums() {
        quotients().ratio("percent", "a", "2026-05-01", 40, 100).plain("percent", "b", "2026-05-01", 10_000_000);

        assertThat(only().actual()).contains(Fraction.of(25));
        assertThat(only().formula()).startsWith("实际值：2 个主体期末值的平均 = 25（其中仅 1 个主体有分子和分母，无法合计相除）；");
    }

    private RawCollege quotients() {
        raw.points.add(new RawPoint(
                "percent",
                "COURSE",
                "LAST",
                true,
                100,
                Optional.empty(),
                raw.points.get(0).lines()));
        return raw.ratioGoal("g", "d", "percent", 60_000_000);
    }

    @ParameterizedTest
    @CsvSource({"4000000, 80, 100 × 4 ÷ 5 = 80", "5000000, 100, 5 ≤ 5，已达目标，计 100"})
    void lowerIsBetterByThePointsDirection(long target, String achievement, String formula) {
        raw.ratioGoal("g", "d", "low", target);

        assertThat(only().achievement()).contains(Fraction.parse(achievement));
        assertThat(only().formula()).isEqualTo("实际值：期末值 = 5；达成度：" + formula);
    }

    /** The point is better when lower, the share of subjects that meet its standard is better when higher. */
    @Test
    void aShareIsBetterWhenHigherWhateverThePoint() {
        raw.ratioGoal("g", "d", "share", 80_000_000);

        assertThat(only().achievement()).contains(Fraction.of(125, 2));
        assertThat(only().formula()).isEqualTo("实际值：100 × 1 ÷ 2 = 50（其中 1 个主体无数据，按未达到计）；达成度：100 × 50 ÷ 80 = 62.5");
    }

    @Test
    void subjectsWithoutAReadingCountAsNotMeetingAndAreNamed() {
        raw.metGoal("g", "d", "low");

        assertThat(only().achievement()).contains(Fraction.ZERO);
        assertThat(only().formula()).isEqualTo("2 个主体中 0 个达到标准值（其中 1 个主体无数据，按未达到计）：100 × 0 ÷ 2 = 0");
    }

    @Test
    void tasksStandAsOfTheDayOfTheAssessment() {
        raw.goals.add(new RawGoal(
                "g",
                "d",
                1,
                1,
                "tasks",
                "",
                1,
                1,
                Optional.empty(),
                List.of(
                        task("2026-06-30", "2026-06-30"),
                        task("2026-06-30", "2026-07-01"),
                        task("2026-06-30", null),
                        task("2026-12-31", null),
                        task("2026-12-31", "2026-09-02"))));

        GoalResult goal = only(RealCollege.catalogue(raw), "2026-09-01T00:00:00Z");

        assertThat(goal.tasks())
                .extracting(TaskResult::standing)
                .containsExactly(Standing.DONE, Standing.DONE_LATE, Standing.OVERDUE, Standing.OPEN, Standing.OPEN);
        assertThat(goal.achievement()).contains(Fraction.of(40));
        // one day later in the college's zone the last one is done: 17:00 UTC is the next day there
        assertThat(only(RealCollege.catalogue(raw), "2026-09-01T17:00:00Z").achievement())
                .contains(Fraction.of(60));
    }

    private static RawTask task(String due, String done) {
        return new RawTask(LocalDate.parse(due), Optional.ofNullable(done).map(LocalDate::parse));
    }
}
