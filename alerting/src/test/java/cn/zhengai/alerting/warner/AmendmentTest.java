package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What late, corrected, repeated and old readings make of warnings that people know. Warning below 90, standard 95. */
class AmendmentTest {
    private final Watchtower tower = new Watchtower(College.ofCourses(1, College.attendance(Watch.DEFAULT)));

    @AfterEach
    void close() {
        tower.close();
    }

    private List<String> stepsAfter(int facts) {
        return tower.steps().subList(facts, tower.steps().size());
    }

    @Test
    void aRepeatChangesNothing() {
        tower.readAll(96, 89, 92, 95, 80);
        tower.readAll(96, 89, 92, 95, 80);
        assertThat(tower.steps()).containsExactly("RAISED!", "CLEARED!", "RAISED!");
    }

    @Test
    void aLateReadingMovesTheRaisingInstant() {
        tower.read(5, 89).read(3, 88);
        assertThat(tower.steps()).containsExactly("RAISED!", "CORRECTED!");
        assertThat(tower.episodes()).containsExactly("ORANGE 3..");
        assertThat(tower.facts())
                .extracting(f -> f.warning().id())
                .containsOnly(tower.facts().get(0).warning().id());
    }

    @Test
    void aLateReadingOnStandardClearsEarlier() {
        tower.readAll(89, 92, 95).read(7, 96);
        tower.log(false, tower.reading("c0", 1, 97)).run();
        assertThat(stepsAfter(2)).containsExactly("CORRECTED!");
        assertThat(tower.episodes()).containsExactly("ORANGE 0..1");
    }

    @Test
    void aLateReadingMayClearAnOpenWarning() {
        tower.read(0, 89).read(5, 92).read(3, 96);
        assertThat(tower.steps()).containsExactly("RAISED!", "CLEARED!");
        assertThat(tower.episodes()).containsExactly("ORANGE 0..3");
    }

    @Test
    void anotherValueOfTheRaisingReadingIsACorrection() {
        tower.read(0, 89).read(0, 85);
        assertThat(tower.steps()).containsExactly("RAISED!", "CORRECTED!");
        assertThat(tower.facts().get(1).warning().raisedValue()).isEqualTo(170_000_000);
    }

    @Test
    void withoutItsCauseAWarningIsWithdrawn() {
        tower.read(0, 89).read(0, 96);
        assertThat(tower.steps()).containsExactly("RAISED!", "WITHDRAWN!");
        assertThat(tower.episodes()).isEmpty();
    }

    @Test
    void aCauseThatReturnsIsANewWarning() {
        tower.read(0, 89).read(0, 96).read(0, 88);
        assertThat(tower.steps()).containsExactly("RAISED!", "WITHDRAWN!", "RAISED!");
        assertThat(tower.episodes()).containsExactly("ORANGE 0..");
        List<Fact> facts = tower.facts();
        assertThat(facts.get(2).warning().id())
                .isNotEqualTo(facts.get(0).warning().id());
        assertThat(tower.warnings()
                        .warning(facts.get(0).warning().id())
                        .orElseThrow()
                        .status())
                .isEqualTo(Warning.Status.WITHDRAWN);
    }

    @Test
    void aClearedWarningThatWasNoneIsWithdrawn() {
        tower.read(0, 89).read(1, 96).read(0, 97);
        assertThat(tower.steps()).containsExactly("RAISED!", "CLEARED!", "WITHDRAWN!");
    }

    @Test
    void twoThatWereOneAreCorrectedAndWithdrawn() {
        tower.readAll(89, 96, 89);
        tower.log(false, tower.reading("c0", 1, 92)).run();
        assertThat(stepsAfter(3)).containsExactly("WITHDRAWN!", "CORRECTED!");
        assertThat(tower.episodes()).containsExactly("ORANGE 0..");
    }

    @Test
    void oneThatWasTwoIsCorrectedAndTheOtherRaised() {
        tower.read(0, 89).read(4, 89).read(2, 96);
        assertThat(tower.steps()).containsExactly("RAISED!", "CLEARED!", "RAISED!");
        assertThat(tower.episodes()).containsExactly("ORANGE 0..2", "ORANGE 4..");
    }

    @Test
    void anOlderRevisionThatComesLateChangesNothing() {
        tower.log(false, tower.reading("c0", 0, 96).revised(7)).run();
        tower.log(false, tower.reading("c0", 0, 80).revised(3)).run();
        assertThat(tower.steps()).isEmpty();
    }

    @Test
    void lessGraveIsACorrectionGraverAnEscalation() {
        Watch atStandard = new Watch(Patience.NONE, Patience.NONE, true, false);
        try (Watchtower strict = new Watchtower(College.ofCourses(1, College.attendance(atStandard)))) {
            strict.read(0, 94).read(1, 89).read(1, 93);
            assertThat(strict.steps()).containsExactly("RAISED!", "ESCALATED!", "CORRECTED!");
            assertThat(strict.episodes()).containsExactly("YELLOW 0..");
        }
    }

    @Test
    void theFirstOfTheRunMayMoveSilently() {
        Watch hold = new Watch(new Patience(1, Duration.ofMinutes(2)), Patience.NONE, false, false);
        try (Watchtower patient = new Watchtower(College.ofCourses(1, College.attendance(hold)))) {
            patient.read(2, 89).read(9, 89).read(1, 89);
            assertThat(patient.steps()).containsExactly("RAISED!");
            assertThat(patient.warnings()
                            .ofSeries(List.of("course.attendance/c0"))
                            .get(0)
                            .firstAt())
                    .isEqualTo(Instant.ofEpochMilli(Watchtower.minute(1)));
        }
    }

    @Test
    void historyTellsNobody() {
        tower.log(true, tower.reading("c0", 0, 89), tower.reading("c0", 1, 96), tower.reading("c0", 3, 80));
        tower.log(true, tower.reading("c0", 2, 85), tower.reading("c0", 0, 99)).run();
        assertThat(tower.steps()).containsExactly("RAISED", "CLEARED", "RAISED", "CORRECTED", "WITHDRAWN");
        tower.read(4, 92).read(5, 97);
        assertThat(stepsAfter(5)).as("nobody knew of it").containsExactly("CLEARED");
    }

    @Test
    void whatHistoryRaisedIsToldWhenItGoesOn() {
        tower.log(true, tower.reading("c0", 0, 89)).run();
        tower.read(1, 92).read(2, 88).read(3, 87).read(4, 96);
        assertThat(tower.steps()).containsExactly("RAISED", "RAISED!", "CLEARED!");
        assertThat(tower.facts()).extracting(Fact::id).doesNotHaveDuplicates();
    }

    @Test
    void historyThatChangesAToldWarningTellsNobody() {
        tower.read(5, 89).log(true, tower.reading("c0", 3, 80)).run();
        assertThat(tower.steps()).containsExactly("RAISED!", "CORRECTED");
        tower.read(6, 97);
        assertThat(tower.steps()).endsWith("CLEARED!");
    }

    @Test
    void anAcknowledgementStaysWithTheWarning() {
        tower.read(0, 89);
        String id = tower.facts().get(0).warning().id();
        var answer = new Warning.Acknowledgement("王老师", Instant.ofEpochMilli(Watchtower.minute(1)), "已联系任课教师");
        tower.warnings().acknowledge(id, answer);
        tower.read(2, 97).read(1, 96);
        assertThat(tower.facts())
                .filteredOn(f -> f.step() == Step.CLEARED || f.step() == Step.CORRECTED)
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.warning().acknowledgement()).contains(answer));
        assertThat(tower.warnings().warning(id).orElseThrow().acknowledgement()).contains(answer);
    }

    @Test
    void whatBecameKnownWhenIsWhenTheReadingWasTakenIn() {
        tower.read(0, 96).read(1, 89);
        assertThat(tower.facts().get(0).recordedAt())
                .isEqualTo(Instant.ofEpochMilli(Watchtower.START).plusSeconds(2));
    }
}
