package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.turn;
import static cn.zhengai.testkit.ledger.Samples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The feed of facts: numbered from 1 without gaps, in the order of commits; a known fact is not numbered again. */
public abstract class FactFeedContract extends LedgerContract {
    private static final Warning W1 = warning("w1", "p", "s", 10);
    private static final int WRITERS = 4;
    private static final int TURNS = 25;

    @Test
    void aKnownFactGetsNoNumber() {
        ledger.warnings()
                .keep(turn(0, 1)
                        .fact(Samples.fact("a", Step.RAISED, W1))
                        .fact(Samples.fact("b", Step.ESCALATED, W1))
                        .fact(Samples.fact("a", Step.CLEARED, W1))
                        .end());
        reopen();
        ledger.warnings()
                .keep(turn(1, 2)
                        .fact(Samples.fact("b", Step.WITHDRAWN, W1))
                        .fact(Samples.fact("c", Step.CLEARED, W1))
                        .end());
        List<Fact> facts = ledger.warnings().facts(0, 10);
        assertThat(facts).extracting(Fact::number).containsExactly(1L, 2L, 3L);
        assertThat(facts).extracting(Fact::id).containsExactly("a", "b", "c");
        assertThat(facts).extracting(Fact::step).containsExactly(Step.RAISED, Step.ESCALATED, Step.CLEARED);
    }

    @Test
    void theFeedIsReadInPieces() {
        Samples.Draft draft = turn(0, 1);
        for (int i = 1; i <= 7; i++) {
            draft.fact(Samples.fact("f" + i, Step.RAISED, W1));
        }
        ledger.warnings().keep(draft.end());
        assertThat(ledger.warnings().facts(0, 3)).extracting(Fact::id).containsExactly("f1", "f2", "f3");
        assertThat(ledger.warnings().facts(3, 3)).extracting(Fact::id).containsExactly("f4", "f5", "f6");
        assertThat(ledger.warnings().facts(6, 3)).extracting(Fact::id).containsExactly("f7");
        assertThat(ledger.warnings().facts(7, 3)).isEmpty();
    }

    @Test
    void aFactKeepsItsWarningAsItStood() {
        ledger.warnings().keep(turn(0, 1).raised(W1).end());
        Warning cleared = Samples.status(Samples.told(W1), Warning.Status.CLEARED);
        ledger.warnings()
                .keep(turn(1, 2)
                        .warning(cleared)
                        .fact(Samples.fact("cleared", Step.CLEARED, cleared))
                        .raised(warning("w2", "p", "s", 30))
                        .end());
        assertThat(ledger.warnings().factsOf("w1")).extracting(Fact::warning).containsExactly(W1, cleared);
        assertThat(ledger.warnings().factsOf("nobody")).isEmpty();
    }

    /** A reader that goes on after the last number it saw never misses one, however many write at once. */
    @Test
    void theFeedNeverSkips() throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int partition = 0; partition < WRITERS; partition++) {
                int mine = partition;
                Ledger own = partition % 2 == 0 ? ledger : another();
                writers.add(threads.submit(() -> write(own, mine)));
            }
            List<Long> seen = new ArrayList<>();
            while (seen.size() < 2 * WRITERS * TURNS && !failed(writers)) {
                ledger.warnings().facts(seen.size(), 7).forEach(fact -> seen.add(fact.number()));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(seen)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * WRITERS * TURNS)
                            .boxed()
                            .toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean failed(List<Future<?>> writers) throws InterruptedException, ExecutionException {
        for (Future<?> writer : writers) {
            if (writer.isDone()) {
                writer.get();
            }
        }
        return false;
    }

    private static void write(Ledger own, int partition) {
        for (int i = 0; i < TURNS; i++) {
            String id = partition + "-" + i;
            own.warnings()
                    .keep(turn(Samples.WARNER, partition, i, i + 1)
                            .fact(Samples.fact(id + "a", Step.RAISED, W1))
                            .fact(Samples.fact(id + "b", Step.CLEARED, W1))
                            .end());
        }
    }
}
