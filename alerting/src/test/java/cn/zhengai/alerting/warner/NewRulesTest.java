package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Warning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A changed catalogue: warnings become what they would have been under the new rules; nobody is told. */
class NewRulesTest {
    private final Watchtower tower = new Watchtower(lines(95, 90));

    private static Catalogue lines(int standard, int warning) {
        return College.ofCourses(
                1,
                College.point(
                        "course.attendance",
                        "学生签到率",
                        Level.COURSE,
                        Watch.DEFAULT,
                        College.version(College.SINCE, 98, standard, warning)));
    }

    private static Catalogue off() {
        return College.ofCourses(1, College.off(College.attendance(Watch.DEFAULT)));
    }

    @AfterEach
    void close() {
        tower.close();
    }

    @Test
    void stricterLinesRaiseUntold() {
        tower.readAll(96, 91, 96, 92).rules(lines(95, 93)).run();
        assertThat(tower.episodes()).containsExactly("ORANGE 1..2", "ORANGE 3..");
        assertThat(tower.steps()).containsExactly("RAISED", "CLEARED", "RAISED");
        tower.read(4, 92);
        assertThat(tower.steps()).as("told when it goes on").endsWith("RAISED!");
    }

    @Test
    void looserLinesWithdrawUntoldAndReturningOnesRaiseAnew() {
        tower.readAll(89, 94).rules(lines(95, 80)).run();
        assertThat(tower.steps()).containsExactly("RAISED!", "WITHDRAWN");
        assertThat(tower.episodes()).isEmpty();
        tower.rules(lines(95, 90)).run();
        assertThat(tower.episodes()).containsExactly("ORANGE 0.. EASED");
        assertThat(tower.steps()).containsExactly("RAISED!", "WITHDRAWN", "RAISED");
    }

    @Test
    void aPointSwitchedOffWithdrawsWhatIsOpenAndKeepsWhatWasCleared() {
        tower.readAll(89, 96, 85).rules(off()).run();
        assertThat(tower.episodes()).containsExactly("ORANGE 0..1");
        tower.read(3, 70).restart().read(4, 60);
        assertThat(tower.episodes()).as("nothing watches").containsExactly("ORANGE 0..1");
        tower.rules(lines(95, 90)).run();
        assertThat(tower.episodes()).containsExactly("ORANGE 0..1", "ORANGE 2..");
        assertThat(tower.read(5, 97).episodes()).containsExactly("ORANGE 0..1", "ORANGE 2..5");
    }

    @Test
    void aSubjectThatIsGoneWithdrawsWhatIsOpen() {
        tower.readAll(89)
                .rules(College.ofCourses(0, College.attendance(Watch.DEFAULT)))
                .run();
        assertThat(tower.steps()).containsExactly("RAISED!", "WITHDRAWN");
        assertThat(tower.warnings().count(WarningLedger.Query.ofOpen(1))).isZero();
    }

    @Test
    void aSubjectThatComesBackHasItsWarningsAgain() {
        tower.readAll(96, 89);
        tower.rules(College.ofCourses(0, College.attendance(Watch.DEFAULT))).run();
        tower.rules(lines(95, 90)).run();
        assertThat(tower.episodes()).containsExactly("ORANGE 1..");
        assertThat(tower.steps()).containsExactly("RAISED!", "WITHDRAWN", "RAISED");
        assertThat(tower.restart().run().steps()).as("only once").hasSize(3);
    }

    @Test
    void aSubjectThatComesBackAfterARestartHasItsWarningsAgain() {
        tower.readAll(96, 89);
        tower.rules(College.ofCourses(0, College.attendance(Watch.DEFAULT)))
                .restart()
                .run();
        tower.rules(lines(95, 90)).restart().run();
        assertThat(tower.episodes()).containsExactly("ORANGE 1..");
    }

    @Test
    void aSubjectThatThePointNoLongerAppliesToWithdrawsWhatIsOpen() {
        tower.rules(newcomers("新生")).readAll(96, 89);
        assertThat(tower.episodes()).containsExactly("ORANGE 1..");
        tower.rules(newcomers()).run();
        assertThat(tower.episodes()).isEmpty();
    }

    /** The point applies to the group 新生 alone; c0 is in these groups. */
    private static Catalogue newcomers(String... groups) {
        return new College()
                .unit("zw", "质量管理委员会", "")
                .subject("c0", "课程0", Level.COURSE, "zw", groups)
                .point(College.onlyFor(College.attendance(Watch.DEFAULT), "新生"))
                .catalogue();
    }

    @Test
    void aChangeWhileNobodyWatchedIsSeenAtTheNextStart() {
        tower.readAll(96, 91);
        tower.rules(lines(95, 93)).restart().run();
        assertThat(tower.episodes()).containsExactly("ORANGE 1..");
        assertThat(tower.restart().run().steps()).containsExactly("RAISED");
    }

    @Test
    void theSameRulesInAnotherCatalogueReadNoHistory() {
        tower.readAll(89, 96);
        tower.rules(lines(95, 90)).run();
        assertThat(tower.refolded).isZero();
        tower.rules(lines(96, 90)).run();
        assertThat(tower.refolded).isEqualTo(1);
        assertThat(tower.restart().run().refolded).as("the mark is kept").isEqualTo(1);
    }

    @Test
    void evaluationGoesOnUnderTheNewRules() {
        tower.readAll(89, 91).rules(lines(91, 85)).run();
        assertThat(tower.episodes()).isEmpty();
        tower.read(2, 84).read(3, 91);
        assertThat(tower.episodes()).containsExactly("ORANGE 2..3");
        assertThat(tower.warnings().find(WarningLedger.Query.ofOpen(9)))
                .extracting(Warning::status)
                .isEmpty();
    }
}
