package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.fact;
import static cn.zhengai.testkit.ledger.Samples.head;
import static cn.zhengai.testkit.ledger.Samples.hour;
import static cn.zhengai.testkit.ledger.Samples.notice;
import static cn.zhengai.testkit.ledger.Samples.rejection;
import static cn.zhengai.testkit.ledger.Samples.status;
import static cn.zhengai.testkit.ledger.Samples.turn;
import static cn.zhengai.testkit.ledger.Samples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.RetentionLedger.Erasure;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is over is erased with all that hangs on it; what is not is needed. */
public abstract class RetentionContract extends LedgerContract {
    private static final int ROUNDS = 20;
    private static final List<String> POINTS = List.of("p1", "p3");

    /** Cleared at hour 90. */
    private static Warning cleared(String id, String point, long raised) {
        return status(warning(id, point, "s1", raised), Warning.Status.CLEARED);
    }

    private void keepSome() {
        ledger.warnings()
                .keep(turn(0, 10)
                        .raised(cleared("ended", "p1", 5))
                        .raised(warning("open", "p1", "s2", 6))
                        .raised(cleared("elsewhere", "p2", 7))
                        .raised(status(warning("withdrawn", "p3", "s1", 8), Warning.Status.WITHDRAWN))
                        .state(new SeriesState("p1", "s1", 9, 'W', hour(40).toEpochMilli(), 2, ""))
                        .state(new SeriesState("p1", "s3", 9, '-', hour(1).toEpochMilli(), 0, ""))
                        .end());
        ledger.outbox().put(0, 4, List.of(notice("n1", 1, 6)));
    }

    @Test
    void whatEndedIsErasedWithItsFacts() {
        keepSome();
        assertThat(ledger.retention().eraseWarnings(POINTS, hour(91))).isEqualTo(2);
        assertThat(ledger.retention().eraseWarnings(POINTS, hour(91)))
                .as("again")
                .isZero();
        reopen();
        assertThat(ledger.warnings().warning("ended")).isEmpty();
        assertThat(ledger.warnings().warning("withdrawn")).isEmpty();
        assertThat(ledger.warnings().factsOf("ended")).isEmpty();
        assertThat(ledger.warnings().warning("open")).isPresent();
        assertThat(ledger.warnings().warning("elsewhere")).isPresent();
        assertThat(ledger.warnings().factsOf("open")).hasSize(1);
    }

    @Test
    void theEndCountsNotTheBeginning() {
        keepSome();
        assertThat(ledger.retention().eraseWarnings(POINTS, hour(90)))
                .as("only the withdrawn one")
                .isEqualTo(1);
        assertThat(ledger.warnings().warning("ended")).isPresent();
    }

    @Test
    void noticesOfErasedWarningsGoToo() {
        ledger.warnings().keep(turn(0, 1).raised(cleared("w1", "p1", 5)).end());
        ledger.outbox().put(0, 1, List.of(notice("n1", 1, 6)));
        ledger.retention().eraseWarnings(POINTS, hour(91));
        assertThat(ledger.outbox().recent(10)).isEmpty();
        assertThat(ledger.outbox().routedUpTo()).isEqualTo(1);
    }

    @Test
    void numbersOfFactsAreNotGivenOutAgain() {
        ledger.warnings().keep(turn(0, 1).raised(cleared("w1", "p1", 5)).end());
        ledger.retention().eraseWarnings(POINTS, hour(91));
        ledger.warnings()
                .keep(turn(1, 2)
                        .fact(fact("f2", Step.RAISED, warning("w2", "p1", "s1", 95)))
                        .end());
        assertThat(ledger.warnings().facts(0, 10))
                .singleElement()
                .satisfies(f -> assertThat(f.number()).isEqualTo(2));
    }

    @Test
    void whatStaysNeedsItsReadings() {
        keepSome();
        assertThat(ledger.retention().needed(POINTS, hour(91)))
                .isEqualTo(Map.of(
                        "p1/s2", hour(5).toEpochMilli(),
                        "p1/s1", hour(40).toEpochMilli()));
        assertThat(ledger.retention().needed(POINTS, hour(90)))
                .as("the cleared one stays as well")
                .containsEntry("p1/s1", hour(4).toEpochMilli());
        assertThat(ledger.retention().needed(POINTS, hour(5))).containsOnlyKeys("p1/s1");
        assertThat(ledger.retention().needed(List.of(), hour(91))).isEmpty();
    }

    @Test
    void rejectedRowsAndAnswersGoCountsStay() {
        var early = head("b1", "source1", 10);
        var late = head("b2", "source1", 20);
        for (var head : List.of(early, late)) {
            ledger.intake()
                    .keep(
                            new Intake.Receipt(head, 3, 1, Optional.empty(), "{}"),
                            List.of(rejection(head, 1, Reason.NO_VALUE)));
        }
        var totals = ledger.intake().sources();
        assertThat(ledger.retention().eraseRejections(hour(20))).isEqualTo(1);
        assertThat(ledger.retention().eraseRejections(hour(20))).as("again").isZero();
        reopen();
        assertThat(ledger.intake().find(Intake.Query.all(10)))
                .extracting(one -> one.rejection().head().id())
                .containsExactly("b2");
        assertThat(ledger.intake().sources()).isEqualTo(totals);
        assertThat(ledger.intake().receipt("b1").orElseThrow().answer()).isEmpty();
        assertThat(ledger.intake().receipt("b2").orElseThrow().answer()).isEqualTo("{}");
    }

    /** While warners go on, no number is given out twice, and no fact is left of a warning that is gone. */
    @Test
    void erasingWhileWarnersWriteGivesNoNumberTwice() {
        Ledger second = another();
        Set<Long> numbers = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            String id = "w" + round;
            long from = round;
            assertThat(atOnce(List.of(
                            () -> ledger.warnings()
                                    .keep(turn(from, from + 1)
                                            .raised(cleared(id, "p1", 5))
                                            .end()),
                            () -> second.retention().eraseWarnings(POINTS, hour(91)))))
                    .containsOnly(Optional.empty());
            ledger.warnings().facts(0, 10).forEach(fact -> {
                assertThat(ledger.warnings().warning(fact.warning().id())).isPresent();
                numbers.add(fact.number());
            });
            ledger.retention().eraseWarnings(POINTS, hour(91));
            ledger.warnings()
                    .keep(turn("other", 0, round, round + 1)
                            .raised(cleared("x" + round, "p1", 5))
                            .end());
            long number = ledger.warnings().facts(0, 10).get(0).number();
            assertThat(number).isEqualTo(2L * (round + 1));
            assertThat(numbers.add(number)).as("number %d", number).isTrue();
            ledger.retention().eraseWarnings(POINTS, hour(91));
        }
    }

    @Test
    void aProofIsNotReplaced() {
        Erasure first = new Erasure(1, "STUDENT", hour(1), 5, "77", 2, 0, 0, hour(100), "seal-1");
        Erasure forged = new Erasure(1, "STUDENT", hour(1), 4, "77", 2, 0, 0, hour(100), "seal-2");
        ledger.retention().keep(first);
        assertTrouble(Trouble.REFUSED, () -> ledger.retention().keep(forged));
        assertThat(ledger.retention().erasures()).containsExactly(first);
    }

    @Test
    void proofsAreKeptInOrder() {
        Erasure first = new Erasure(1, "STUDENT", hour(1), 5, "77", 2, 0, 0, hour(100), "seal-1");
        Erasure second = new Erasure(2, "REJECTIONS", hour(2), 0, "0", 0, 9, 0, hour(101), "seal-2");
        ledger.retention().keep(first);
        ledger.retention().keep(second);
        reopen();
        assertThat(ledger.retention().erasures()).containsExactly(first, second);
    }
}
