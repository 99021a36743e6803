package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.state;
import static cn.zhengai.testkit.ledger.Samples.turn;
import static cn.zhengai.testkit.ledger.Samples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A warner's turn is kept whole, once, and only from the right place. */
public abstract class TurnContract extends LedgerContract {
    private static final int ROUNDS = 10;
    private static final Warning W1 = warning("w1", "出勤率", "课程-1", 10);
    private static final Warning.Acknowledgement ANSWER =
            new Warning.Acknowledgement("张三", Samples.hour(20), "已安排补课 ✔ 'quoted' \"twice\"");

    @Test
    void aTurnIsThereAfterARestart() {
        ledger.warnings()
                .keep(turn(0, 5)
                        .state(state("出勤率", "课程-1", 10, 2))
                        .raised(W1)
                        .mark("rules", "abc")
                        .end());
        reopen();
        WarningLedger warnings = ledger.warnings();
        assertThat(warnings.position(Samples.WARNER, 0)).isEqualTo(5);
        assertThat(states()).containsExactly(state("出勤率", "课程-1", 10, 2));
        assertThat(warnings.warning("w1")).contains(W1);
        assertThat(warnings.mark("rules")).contains("abc");
        assertThat(warnings.facts(0, 10)).singleElement().satisfies(fact -> {
            assertThat(fact.number()).isEqualTo(1);
            assertThat(fact.step()).isEqualTo(Step.RAISED);
            assertThat(fact.warning()).isEqualTo(W1);
            assertThat(fact.tell()).isTrue();
            assertThat(fact.recordedAt()).isEqualTo(Samples.hour(100));
            assertThat(fact.by()).isEmpty();
        });
    }

    @Test
    void everyFieldComesBackAsItWas() {
        Warning full = new Warning(
                "w/全\u0000?%_",
                WarningKind.THRESHOLD,
                "p",
                "s",
                Severity.RED,
                Warning.Status.CLEARED,
                Samples.hour(-900_000),
                Samples.hour(2),
                Long.MIN_VALUE,
                Optional.of(Samples.hour(3)),
                true,
                Optional.of(ANSWER));
        SeriesState calm = new SeriesState("p", "s", -1, '-', 0, 0, "");
        ledger.warnings()
                .keep(turn(0, 1)
                        .state(calm)
                        .fact(Samples.fact("f", Step.CORRECTED, full))
                        .end());
        reopen();
        assertThat(ledger.warnings().facts(0, 1).get(0).warning()).isEqualTo(full);
        assertThat(ledger.warnings().factsOf(full.id())).hasSize(1);
        assertThat(states()).containsExactly(calm);
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(ledger.warnings().position(Samples.WARNER, 3)).isZero();
        assertThat(ledger.warnings().mark("rules")).isEmpty();
        assertThat(ledger.warnings().warning("w1")).isEmpty();
        assertThat(ledger.warnings().facts(0, 10)).isEmpty();
        assertThat(states()).isEmpty();
    }

    @Test
    void aRepeatedTurnIsRefusedAndChangesNothing() {
        WarningLedger.Turn turn = turn(0, 5).raised(W1).mark("m", "1").end();
        ledger.warnings().keep(turn);
        assertTrouble(Trouble.STALE, () -> ledger.warnings().keep(turn));
        assertThat(ledger.warnings().position(Samples.WARNER, 0)).isEqualTo(5);
        assertThat(ledger.warnings().facts(0, 10)).hasSize(1);
    }

    @Test
    void theOwnerThatWasLeftBehindIsRefusedAndLeavesNothing() {
        Ledger second = another();
        ledger.warnings().keep(turn(0, 5).end());
        second.warnings().keep(turn(5, 9).mark("m", "second").end());
        assertTrouble(
                Trouble.STALE,
                () -> ledger.warnings()
                        .keep(turn(5, 7)
                                .state(state("p", "s", 1, 1))
                                .raised(W1)
                                .mark("m", "first")
                                .end()));
        reopen();
        assertThat(ledger.warnings().position(Samples.WARNER, 0)).isEqualTo(9);
        assertThat(states()).isEmpty();
        assertThat(ledger.warnings().warning("w1")).isEmpty();
        assertThat(ledger.warnings().facts(0, 10)).isEmpty();
        assertThat(ledger.warnings().mark("m")).contains("second");
    }

    /** Two owners of a partition, each with a ledger of its own, keep a turn from the same place at the same moment. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946})
    void ofTwoOwnersAtOnceOneIsRefusedAndLeavesNothing(long seed) {
        Random random = new Random(seed);
        List<Ledger> owners = List.of(ledger, another());
        long at = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = at;
            List<WarningLedger.Turn> turns = List.of(race(random, from, "a" + round), race(random, from, "b" + round));
            List<Optional<Trouble>> troubles = atOnce(List.of(
                    () -> owners.get(0).warnings().keep(turns.get(0)),
                    () -> owners.get(1).warnings().keep(turns.get(1))));
            assertThat(troubles)
                    .as("round %d", round)
                    .containsExactlyInAnyOrder(Optional.empty(), Optional.of(Trouble.STALE));
            WarningLedger.Turn kept = turns.get(troubles.indexOf(Optional.<Trouble>empty()));
            assertThat(ledger.warnings().position(Samples.WARNER, 0)).isEqualTo(kept.to());
            assertThat(ledger.warnings().mark("m")).contains(kept.marks().get("m"));
            assertThat(ledger.warnings().facts(round, 2))
                    .extracting(Fact::id)
                    .containsExactly(kept.facts().get(0).id());
            assertThat(states()).containsAll(kept.states()).hasSize(1);
            at = kept.to();
        }
    }

    private static WarningLedger.Turn race(Random random, long from, String name) {
        Warning raised = warning("w" + name, "p", "s" + random.nextInt(3), from);
        return turn(from, from + 1 + random.nextInt(3))
                .state(state("p", "s", from, random.nextInt(9)))
                .raised(raised)
                .mark("m", name)
                .end();
    }

    @Test
    void aPlaceNeverGoesBack() {
        ledger.warnings().keep(turn(0, 5).end());
        assertTrouble(Trouble.REFUSED, () -> ledger.warnings().keep(turn(5, 4).end()));
        assertThat(ledger.warnings().position(Samples.WARNER, 0)).isEqualTo(5);
    }

    @Test
    void aRebuildKeepsThePlace() {
        ledger.warnings().keep(turn(0, 5).end());
        ledger.warnings().keep(turn(5, 5).mark("rules", "new").end());
        assertTrouble(
                Trouble.STALE,
                () -> ledger.warnings().keep(turn(4, 4).mark("rules", "old").end()));
        assertThat(ledger.warnings().position(Samples.WARNER, 0)).isEqualTo(5);
        assertThat(ledger.warnings().mark("rules")).contains("new");
    }

    @Test
    void consumersAndPartitionsHaveTheirOwnPlaces() {
        ledger.warnings().keep(turn("a", 0, 0, 5).end());
        ledger.warnings().keep(turn("a", 1, 0, 6).end());
        ledger.warnings().keep(turn("b", 0, 0, 7).end());
        ledger.outbox().put(0, 8, List.of());
        reopen();
        assertThat(ledger.warnings().position("a", 0)).isEqualTo(5);
        assertThat(ledger.warnings().position("a", 1)).isEqualTo(6);
        assertThat(ledger.warnings().position("b", 0)).isEqualTo(7);
        assertThat(ledger.warnings().position("routing", 0)).isZero();
    }

    @Test
    void theNewestStateOfASeriesCounts() {
        ledger.warnings()
                .keep(turn(0, 1)
                        .state(state("p", "s", 1, 1))
                        .state(state("p", "t", 1, 1))
                        .end());
        ledger.warnings().keep(turn(1, 2).state(state("p", "s", 2, 5)).end());
        assertThat(states()).containsExactlyInAnyOrder(state("p", "s", 2, 5), state("p", "t", 1, 1));
    }

    @Test
    void statesAreThoseOfOnePartition() {
        ledger.warnings().keep(turn(0, 1).state(state("p", "s", 1, 1)).end());
        ledger.warnings()
                .keep(new WarningLedger.Turn(
                        Samples.WARNER, 7, 0, 9, List.of(state("p", "t", 3, 1)), List.of(), List.of(), Map.of()));
        List<SeriesState> seventh = new ArrayList<>();
        reopen();

        ledger.warnings().states(7, seventh::add);

        assertThat(states()).containsExactly(state("p", "s", 1, 1));
        assertThat(seventh).containsExactly(state("p", "t", 3, 1));
    }

    @Test
    void aTurnNeverTouchesAnAnswer() {
        ledger.warnings().keep(turn(0, 1).raised(W1).end());
        ledger.warnings().acknowledge("w1", ANSWER);
        ledger.warnings()
                .keep(turn(1, 2)
                        .warning(Samples.status(W1, Warning.Status.CLEARED))
                        .end());
        Warning.Acknowledgement other = new Warning.Acknowledgement("warner", Samples.hour(1), "");
        ledger.warnings().keep(turn(2, 3).warning(Samples.answered(W1, other)).end());
        assertThat(ledger.warnings().warning("w1")).contains(Samples.answered(W1, ANSWER));
    }

    @Test
    void onceToldStaysTold() {
        ledger.warnings().keep(turn(0, 1).warning(Samples.told(W1)).end());
        ledger.warnings().keep(turn(1, 2).warning(W1).end());
        assertThat(ledger.warnings().warning("w1")).contains(Samples.told(W1));
    }

    @Test
    void aLargeTurnIsKeptWhole() {
        Samples.Draft draft = turn(0, 1);
        for (int i = 0; i < 10_000; i++) {
            draft.state(state("p", "s" + i, i, i));
        }
        for (int i = 0; i < 1_000; i++) {
            draft.raised(warning("w" + i, "p", "s" + i, i));
        }
        ledger.warnings().keep(draft.end());
        reopen();
        assertThat(states()).hasSize(10_000);
        assertThat(ledger.warnings().facts(0, 2_000)).hasSize(1_000);
    }

    private List<SeriesState> states() {
        List<SeriesState> states = new ArrayList<>();
        ledger.warnings().states(0, states::add);
        return states;
    }
}
