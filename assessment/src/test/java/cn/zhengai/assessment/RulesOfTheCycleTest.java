package cn.zhengai.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.KeptEditions;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures of a year are computed with the rules of that year, whenever they are computed. */
class RulesOfTheCycleTest {
    private static final Instant LAST_EVENING = Instant.parse("2026-12-31T12:00:00Z");
    private static final Instant NEXT_SUMMER = Instant.parse("2027-07-01T00:00:00Z");

    private final SettableTime time = SettableTime.at("2026-12-31T12:00:00Z");
    private final AssessmentLedger ledger = new MemoryLedger().assessments();
    private final List<Head> heads = new ArrayList<>();
    private final Map<Integer, Catalogue> texts = new HashMap<>();
    private final MemoryReadings store = RealCollege.store(college("jwc", "RATIO", 95_000_000, 1));
    private final AssessmentDesk desk = new AssessmentDesk(
            new KeptEditions(() -> List.copyOf(heads), number -> texts.get(number)), store, ledger, time);

    private static RawCollege college(String parent, String rollUp, long target, int weight) {
        RawCollege raw = new RawCollege()
                .unit("root", "", "COMMITTEE")
                .unit("jwc", "root", "DEPARTMENT")
                .unit("xsc", "root", "DEPARTMENT")
                .unit("jys", parent, "SECTION")
                .subject("a", "COURSE", "jys")
                .subject("b", "COURSE", "jwc")
                .point("p", rollUp, true, 98, 95, 90)
                .ratioGoal("g", "jwc", "p", target)
                .taskGoal("t", "jwc", 3, 4)
                .ratio("p", "a", "2026-03-01", 47, 50)
                .ratio("p", "b", "2026-03-01", 80, 100);
        RawCollege.RawGoal g = raw.goals.get(0);
        raw.goals.set(
                0,
                new RawCollege.RawGoal(
                        g.id(), g.unit(), weight, 1, g.kind(), g.point(), g.target(), g.cap(), g.wanted(), g.tasks()));
        return raw;
    }

    private void version(String from, RawCollege raw) {
        int number = heads.size() + 1;
        Catalogue c = RealCollege.catalogue(raw);
        heads.add(new Head(number, "rules-" + number, LocalDate.parse(from), time.instant(), "李主任", "改"));
        texts.put(
                number,
                new Catalogue(
                        c.college(),
                        c.zone(),
                        c.tree(),
                        c.leadOffices(),
                        c.subjects(),
                        c.points(),
                        c.cycles(),
                        c.goals(),
                        c.sources(),
                        "rules-" + number));
    }

    private CollegeAssessment assess() {
        return desk.assess(RawCollege.CYCLE);
    }

    private static Fraction achievement(CollegeAssessment result) {
        return result.unit("jwc").orElseThrow().achievement().orElseThrow();
    }

    @Test
    void lastYearsGradesAreTheSameAfterThisYearsEdits() {
        version("1970-01-01", college("jwc", "RATIO", 95_000_000, 1));
        CollegeAssessment atItsEnd = assess();

        time.set(NEXT_SUMMER);
        version("2027-01-01", college("xsc", "LAST", 99_000_000, 5));
        CollegeAssessment later = assess();

        assertThat(later.digest()).isEqualTo(atItsEnd.digest());
        assertThat(later.catalogueDigest()).isEqualTo("rules-1");
        assertThat(later.version().orElseThrow().sentence()).isEqualTo("目录第 1 版（自始施行，由 李主任 发布：改）");
        assertThat(desk.newest(RawCollege.CYCLE)).as("kept and read back").contains(later);
        assertThat(later.intact()).isTrue();
        // 127 of 150 for 95: (100 * 84.66.. / 95 + 75) / 2
        assertThat(achievement(later))
                .isEqualTo(Fraction.of(100 * 12_700, 150 * 95)
                        .plus(Fraction.of(75))
                        .dividedBy(Fraction.of(2)));
    }

    @Test
    void theSameEditDatedBackIntoTheYearCounts() {
        version("1970-01-01", college("jwc", "RATIO", 95_000_000, 1));
        CollegeAssessment before = assess();
        time.set(NEXT_SUMMER);
        version("2026-12-31", college("xsc", "RATIO", 99_000_000, 5));
        CollegeAssessment corrected = assess();
        assertThat(corrected.digest()).isNotEqualTo(before.digest());
        assertThat(heads.get(1).correction(RawCollege.ZONE)).isTrue();
        // the section went to the other department: 80 of 100 for 99, five times as heavy as the tasks
        assertThat(achievement(corrected))
                .isEqualTo(Fraction.of(100 * 80, 99)
                        .times(Fraction.of(5))
                        .plus(Fraction.of(75))
                        .dividedBy(Fraction.of(6)));
        assertThat(desk.history(RawCollege.CYCLE)).as("the old one stays").hasSize(2);
    }

    @Test
    void aRunningCycleTakesTheRulesOfToday() {
        time.set(Instant.parse("2026-06-30T00:00:00Z"));
        version("1970-01-01", college("jwc", "RATIO", 95_000_000, 1));
        version("2026-07-01", college("jwc", "RATIO", 90_000_000, 1));
        assertThat(assess().catalogueDigest()).isEqualTo("rules-1");
        time.set(Instant.parse("2026-06-30T16:30:00Z"));
        assertThat(assess().catalogueDigest()).as("July in Shanghai").isEqualTo("rules-2");
        assertThat(desk.assess(RawCollege.CYCLE, Instant.parse("2026-06-30T00:00:00Z"))
                        .catalogueDigest())
                .as("as of before")
                .isEqualTo("rules-1");
    }

    @Test
    void figuresAreExplainedByTheRulesTheyWereComputedWith() {
        version("1970-01-01", college("jwc", "RATIO", 95_000_000, 1));
        assess();
        time.set(NEXT_SUMMER);
        version("2026-12-31", college("xsc", "RATIO", 99_000_000, 5));
        assertThat(desk.subjects(RawCollege.CYCLE, "jwc", "g")).hasSize(2);
        assess();
        assertThat(desk.subjects(RawCollege.CYCLE, "jwc", "g")).hasSize(1);
    }

    @Test
    void aCycleFromBeforeTheFirstVersionThatKnowsItIsComputedByThat() {
        Catalogue unknowing = RealCollege.catalogue(new RawCollege().unit("root", "", "COMMITTEE"));
        heads.add(new Head(1, "rules-0", CatalogueVersion.ALWAYS, LAST_EVENING, "甲", "起步"));
        texts.put(
                1,
                new Catalogue(
                        unknowing.college(),
                        unknowing.zone(),
                        unknowing.tree(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        "rules-0"));
        assertThatThrownBy(this::assess).isInstanceOf(NotDeclaredException.class);
        time.set(NEXT_SUMMER);
        version("2027-05-01", college("jwc", "RATIO", 95_000_000, 1));
        assertThat(assess().catalogueDigest()).isEqualTo("rules-2");
    }
}
