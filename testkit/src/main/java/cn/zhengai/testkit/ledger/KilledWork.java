package cn.zhengai.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Step;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a process does until it is killed: numbered turns, notices and receipts, each told on a stream once it is kept.
 * Whoever opens the ledger afterwards can check that each is whole or absent.
 */
public final class KilledWork {
    private static final int EACH = 20;
    private static final String TURN = "turn ";
    private static final String NOTICES = "notices ";
    private static final String RECEIPT = "receipt ";

    private final Ledger ledger;

    public KilledWork(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Goes on where the ledger stands; ends when the process does. */
    public void runUntilKilled(PrintStream acknowledgements) {
        while (true) {
            long turn = ledger.warnings().position(Samples.WARNER, 0) + 1;
            keepTurn(turn);
            acknowledgements.println(TURN + turn);
            long notices = ledger.outbox().routedUpTo() + 1;
            ledger.outbox().put(notices - 1, notices, notices(notices));
            acknowledgements.println(NOTICES + notices);
            BatchHead head = Samples.head("batch-" + turn, "jw", turn);
            ledger.intake().keep(new Intake.Receipt(head, turn, EACH, Optional.empty(), ""), rejections(head));
            acknowledgements.println(RECEIPT + turn);
            acknowledgements.flush();
        }
    }

    private void keepTurn(long turn) {
        Samples.Draft draft = Samples.turn(turn - 1, turn).mark("turn", String.valueOf(turn));
        for (int i = 0; i < EACH; i++) {
            String subject = turn + "-" + i;
            draft.state(Samples.state("p", subject, turn, i))
                    .raised(Samples.warning("w" + subject, "p", subject, turn))
                    .state(Samples.state("newest", "s" + i, turn, i));
        }
        ledger.warnings().keep(draft.end());
    }

    private static List<Notice> notices(long number) {
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            notices.add(Samples.notice("n" + number + "-" + i, number, number));
        }
        return notices;
    }

    private static List<Rejection> rejections(BatchHead head) {
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 1; i <= EACH; i++) {
            rejections.add(Samples.rejection(head, i, Reason.NO_VALUE));
        }
        return rejections;
    }

    /** Checks everything a killed process left against what it had told: all that was told is there, nothing is half. */
    void check(List<String> told) {
        long turns = ledger.warnings().position(Samples.WARNER, 0);
        assertThat(turns).isGreaterThanOrEqualTo(last(told, TURN).orElse(0));
        assertThat(ledger.warnings().mark("turn").orElse("0")).isEqualTo(String.valueOf(turns));
        checkWarnings(turns);
        long notices = ledger.outbox().routedUpTo();
        assertThat(notices).isGreaterThanOrEqualTo(last(told, NOTICES).orElse(0));
        assertThat(ledger.outbox().counts()).containsEntry(Notice.State.WAITING, notices * EACH);
        checkReceipts(turns, last(told, RECEIPT).orElse(0));
    }

    private void checkWarnings(long turns) {
        List<String> states = new ArrayList<>();
        ledger.warnings().states(0, state -> states.add(state.point() + "/" + state.subject() + "@" + state.lastAt()));
        List<String> expectedStates = new ArrayList<>();
        List<String> expectedFacts = new ArrayList<>();
        for (long turn = 1; turn <= turns; turn++) {
            String at = "@" + Samples.hour(turn).toEpochMilli();
            for (int i = 0; i < EACH; i++) {
                expectedFacts.add((expectedFacts.size() + 1) + " " + Step.RAISED + " raised-w" + turn + "-" + i);
                expectedStates.add("p/" + turn + "-" + i + at);
                if (turn == turns) {
                    expectedStates.add("newest/s" + i + at);
                }
            }
        }
        List<Fact> facts = ledger.warnings().facts(0, Integer.MAX_VALUE);
        assertThat(facts.stream()
                        .map(fact -> fact.number() + " " + fact.step() + " " + fact.id())
                        .toList())
                .isEqualTo(expectedFacts);
        assertThat(states.stream().sorted().toList())
                .isEqualTo(expectedStates.stream().sorted().toList());
    }

    /** The receipt of a turn may be missing when the kill came between them: at most one for each kill. */
    private void checkReceipts(long turns, long lastTold) {
        if (lastTold > 0) {
            assertThat(ledger.intake().receipt("batch-" + lastTold)).isPresent();
        }
        long kept = 0;
        long accepted = 0;
        for (long turn = 1; turn <= turns; turn++) {
            if (ledger.intake().receipt("batch-" + turn).isPresent()) {
                kept++;
                accepted += turn;
            }
        }
        assertThat(ledger.intake().find(Intake.Query.all(Integer.MAX_VALUE))).hasSize((int) kept * EACH);
        if (kept > 0) {
            Intake.SourceStanding standing = ledger.intake().sources().get(0);
            assertThat(standing.batches()).isEqualTo(kept);
            assertThat(standing.accepted()).isEqualTo(accepted);
            assertThat(standing.rejected()).containsEntry(Reason.NO_VALUE, kept * EACH);
        }
    }

    private static OptionalLong last(List<String> told, String kind) {
        return told.stream()
                .filter(line -> line.startsWith(kind))
                .mapToLong(line -> Long.parseLong(line.substring(kind.length())))
                .max();
    }
}
