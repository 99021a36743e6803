package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.reading.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failing ports, restarts, another owner. */
class BadDaysTest {
    private final Watchtower tower = new Watchtower(College.ofCourses(1, College.attendance(Watch.DEFAULT)));

    @BeforeEach
    void readings() {
        Reading[] some = {
            tower.reading("c0", 0, 96),
            tower.reading("c0", 5, 89),
            tower.reading("c0", 3, 88),
            tower.reading("c0", 6, 96),
            tower.reading("c0", 7, 80)
        };
        tower.log(false, some).readingsATurn(2);
    }

    @AfterEach
    void close() {
        tower.close();
    }

    private void everythingIsThereOnce() {
        tower.run();
        assertThat(tower.steps()).containsExactly("RAISED!", "CORRECTED!", "CLEARED!", "RAISED!");
        assertThat(tower.episodes()).containsExactly("ORANGE 3..6", "ORANGE 7..");
    }

    @Test
    void aTurnThatIsNotKeptIsTriedAgain() {
        tower.runOneTurn();
        tower.failing.refusing = 2;
        assertThatThrownBy(tower::runOneTurn).isInstanceOf(PortException.class);
        assertThatThrownBy(tower::runOneTurn).isInstanceOf(PortException.class);
        everythingIsThereOnce();
    }

    @Test
    void aTurnWhoseAnswerWasLostIsNotKeptTwice() {
        for (int i = 0; i < 3; i++) {
            tower.failing.losingAnswers = 1;
            assertThatThrownBy(tower::runOneTurn).isInstanceOf(PortException.class);
            tower.runOneTurn();
        }
        everythingIsThereOnce();
    }

    @Test
    void aStoreThatIsAwayStopsOnlyForAWhile() {
        tower.runOneTurn();
        tower.store.silent = 1;
        assertThatThrownBy(tower::run).isInstanceOf(PortException.class);
        everythingIsThereOnce();
    }

    @Test
    void aTurnBrokenOffByADefectLeavesNothingBehind() {
        Watch third = new Watch(new Patience(3, Duration.ZERO), Patience.NONE, false, false);
        try (Watchtower held = new Watchtower(College.ofCourses(2, College.attendance(third)))) {
            held.log(false, held.reading("c1", 5, 96)).run();
            held.log(false, held.reading("c0", 1, 80), held.reading("c1", 3, 80));
            held.store.defective = 1;
            assertThatThrownBy(held::run).isInstanceOf(IllegalStateException.class);
            held.run().restart().read(2, 80).read(3, 80);
            assertThat(held.episodes()).as("the run that had begun is kept").containsExactly("ORANGE 3..");
        }
    }

    @Test
    void aLedgerThatDoesNotAnswerStopsOnlyForAWhile() {
        tower.runOneTurn();
        tower.failing.silent = 1;
        assertThatThrownBy(tower::run).isInstanceOf(PortException.class);
        everythingIsThereOnce();
    }

    @Test
    void aRestartAfterAFailureGoesOnWhereTheLedgerStands() {
        tower.runOneTurn();
        tower.failing.refusing = 1;
        assertThatThrownBy(tower::runOneTurn).isInstanceOf(PortException.class);
        tower.restart();
        everythingIsThereOnce();
    }

    @Test
    void anotherOwnerWins() {
        tower.runOneTurn();
        tower.failing.refusing = 1;
        assertThatThrownBy(tower::runOneTurn).isInstanceOf(PortException.class);
        // meanwhile somebody else has dealt with the next reading
        tower.warnings().keep(new Turn(Warner.CONSUMER, 0, 2, 3, List.of(), List.of(), List.of(), Map.of()));
        tower.runOneTurn();
        assertThat(tower.warnings().position(Warner.CONSUMER, 0)).isEqualTo(3);
        tower.run();
        assertThat(tower.warnings().position(Warner.CONSUMER, 0)).isEqualTo(5);
        assertThat(tower.steps())
                .as("joined anew after the other's position")
                .containsExactly("RAISED!", "CLEARED!", "RAISED!");
    }

    @Test
    void aRestartTellsNothingTwice() {
        tower.run();
        tower.restart().run().restart().run();
        everythingIsThereOnce();
    }
}
