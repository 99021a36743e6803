package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.hour;
import static cn.zhengai.testkit.ledger.Samples.notice;
import static cn.zhengai.testkit.ledger.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Notice.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Notices on their way: put once, due in order, settled for good. */
public abstract class OutboxContract extends LedgerContract {
    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final int DISPATCHERS = 4;
    private static final int NOTICES = 120;

    @Test
    void aNoticeWaitsFromItsCreationOn() {
        ledger.outbox().put(0, 3, List.of(notice("n", 3, 10)));
        reopen();
        assertThat(ledger.outbox().routedUpTo()).isEqualTo(3);
        assertThat(ledger.outbox().due(hour(9), 5)).isEmpty();
        Outbox.Kept waiting = new Outbox.Kept(notice("n", 3, 10), new Notice.Standing(State.WAITING, 0, hour(10), ""));
        assertThat(ledger.outbox().due(hour(10), 5)).containsExactly(waiting);
        assertThat(ledger.outbox().recent(5)).containsExactly(waiting);
    }

    @Test
    void aKnownNoticeIsLeftOut() {
        ledger.outbox().put(0, 1, List.of(notice("n", 1, 10)));
        ledger.outbox().settle("n", standing(State.DELIVERED, 1, 10));
        ledger.outbox().put(1, 2, List.of(notice("n", 2, 11), notice("m", 2, 11)));
        assertThat(due(99)).containsExactly("m");
        assertThat(ledger.outbox().counts())
                .isEqualTo(Map.of(State.WAITING, 1L, State.DELIVERED, 1L, State.REFUSED, 0L));
    }

    @Test
    void routingThatWasLeftBehindIsRefusedAndLeavesNothing() {
        Ledger second = another();
        ledger.outbox().put(0, 4, List.of(notice("n", 1, 10)));
        assertTrouble(Trouble.STALE, () -> second.outbox().put(0, 4, List.of(notice("m", 2, 10))));
        assertTrouble(Trouble.REFUSED, () -> second.outbox().put(4, 3, List.of(notice("m", 2, 10))));
        reopen();
        assertThat(ledger.outbox().routedUpTo()).isEqualTo(4);
        assertThat(due(99)).containsExactly("n");
    }

    @Test
    void oldestDueFirstThenAsPut() {
        ledger.outbox().put(0, 1, List.of(notice("d", 1, 20), notice("z", 1, 10), notice("a", 1, 10)));
        ledger.outbox().put(1, 2, List.of(notice("b", 2, 5)));
        assertThat(due(15)).containsExactly("b", "z", "a");
        assertThat(due(99)).containsExactly("b", "z", "a", "d");
        assertThat(ledger.outbox().due(hour(99), 2))
                .extracting(kept -> kept.notice().id())
                .containsExactly("b", "z");
        ledger.outbox().settle("b", standing(State.WAITING, 1, 12));
        assertThat(due(15)).containsExactly("z", "a", "b");
        ledger.outbox().settle("b", standing(State.WAITING, 2, 30));
        assertThat(due(15)).containsExactly("z", "a");
        assertThat(ledger.outbox().recent(3))
                .extracting(kept -> kept.notice().id())
                .containsExactly("b", "a", "z");
    }

    @Test
    void settledIsSettled() {
        ledger.outbox().put(0, 1, List.of(notice("yes", 1, 10), notice("no", 1, 10)));
        ledger.outbox().settle("yes", standing(State.DELIVERED, 2, 10));
        ledger.outbox().settle("no", standing(State.REFUSED, 5, 10));
        reopen();
        assertThat(due(99)).isEmpty();
        assertThat(ledger.outbox().recent(5))
                .extracting(Outbox.Kept::standing)
                .containsExactly(standing(State.REFUSED, 5, 10), standing(State.DELIVERED, 2, 10));
        assertThat(ledger.outbox().counts())
                .isEqualTo(Map.of(State.WAITING, 0L, State.DELIVERED, 1L, State.REFUSED, 1L));
    }

    @Test
    void aSlowerAttemptDoesNotUndoDelivery() {
        ledger.outbox().put(0, 1, List.of(notice("n", 1, 10)));
        ledger.outbox().settle("n", standing(State.DELIVERED, 1, 10));
        ledger.outbox().settle("n", standing(State.WAITING, 1, 11));
        assertThat(due(99)).isEmpty();
        assertThat(ledger.outbox().recent(1).get(0).standing()).isEqualTo(standing(State.DELIVERED, 1, 10));
    }

    @Test
    void waitingNoticesOfOneChannelMayBeHastened() {
        ledger.outbox().put(0, 1, List.of(notice("late", 1, 10), notice("soon", 1, 10), notice("sent", 1, 10)));
        ledger.outbox().settle("late", standing(State.WAITING, 2, 50));
        ledger.outbox().settle("soon", standing(State.WAITING, 1, 15));
        ledger.outbox().settle("sent", standing(State.DELIVERED, 1, 60));
        String channel = notice("late", 1, 10).channel();
        ledger.outbox().hasten(channel + "?", hour(20));
        assertThat(due(20)).containsExactly("soon");
        ledger.outbox().hasten(channel, hour(20));
        reopen();
        assertThat(due(19)).containsExactly("soon");
        assertThat(due(20)).containsExactly("soon", "late");
        assertThat(ledger.outbox().recent(3).get(2).standing()).isEqualTo(standing(State.WAITING, 2, 20));
        assertThat(ledger.outbox().recent(3).get(0).standing()).isEqualTo(standing(State.DELIVERED, 1, 60));
        assertThat(ledger.outbox().waiting()).isEqualTo(Map.of(channel, 2L));
    }

    @Test
    void anUnknownNoticeCannotBeSettled() {
        assertTrouble(Trouble.REFUSED, () -> ledger.outbox().settle("n", standing(State.DELIVERED, 1, 10)));
    }

    @Test
    void noticesOfOneWarningAsTheyWerePut() {
        ledger.outbox().put(0, 1, List.of(notice("z", 1, 20), notice("a", 1, 10)));
        ledger.outbox().settle("a", standing(State.DELIVERED, 1, 10));
        reopen();
        assertThat(ledger.outbox().ofWarning(notice("z", 1, 20).warning()))
                .extracting(kept -> kept.notice().id())
                .containsExactly("z", "a");
        assertThat(ledger.outbox().ofWarning(notice("z", 1, 20).warning()))
                .extracting(Outbox.Kept::standing)
                .contains(standing(State.DELIVERED, 1, 10));
        assertThat(ledger.outbox().ofWarning("another")).isEmpty();
    }

    @Test
    void whatIsTakenNobodyElseIsGiven() {
        ledger.outbox().put(0, 1, List.of(notice("b", 1, 12), notice("z", 1, 10), notice("a", 1, 10)));
        Ledger second = another();
        assertThat(take(ledger, "one", 11, 1)).containsExactly("z");
        assertThat(take(second, "two", 11, 5)).containsExactly("a");
        assertThat(take(second, "two", 12, 5)).containsExactly("a", "b");
        assertThat(take(ledger, "one", 12, 5)).containsExactly("z");
        assertThat(due(12)).as("held or not").containsExactly("z", "a", "b");
    }

    @Test
    void theHolderIsGivenItAgainAfterARestart() {
        ledger.outbox().put(0, 1, List.of(notice("n", 1, 10)));
        assertThat(take(ledger, "one", 10, 5)).containsExactly("n");
        reopen();
        assertThat(take(ledger, "two", 11, 5)).isEmpty();
        assertThat(take(ledger, "one", 11, 5)).containsExactly("n");
        ledger.outbox().hasten(notice("n", 1, 10).channel(), hour(9));
        assertThat(take(ledger, "two", 12, 5)).as("hastened, and held").isEmpty();
    }

    /** By the ledger's clock: whoever is hours ahead is given nothing earlier, and holds nothing longer. */
    @Test
    void aHoldEnds() {
        ledger.outbox().put(0, 1, List.of(notice("long", 1, 10)));
        ledger.outbox().put(1, 2, List.of(notice("n", 2, 11)));
        Instant year = hour(24 * 365);
        Outbox outbox = ledger.outbox();
        assertThat(outbox.take("one", year, Duration.ofHours(1), 1)).hasSize(1);
        assertThat(outbox.take("other", year, Duration.ofMillis(1), 5)).hasSize(1);
        Ledger second = another();
        long end = System.nanoTime() + HOLD.toNanos();
        List<String> given = List.of();
        while (given.isEmpty() && System.nanoTime() < end) {
            given = take(second, "two", 24 * 365 + 24, 5);
        }
        assertThat(given).as("its hold has ended, the other's not").containsExactly("n");
    }

    @Test
    void aSettledNoticeIsHeldByNobody() {
        ledger.outbox().put(0, 1, List.of(notice("later", 1, 10), notice("done", 1, 10)));
        assertThat(take(ledger, "one", 10, 5)).containsExactly("later", "done");
        ledger.outbox().settle("later", standing(State.WAITING, 1, 11));
        ledger.outbox().settle("done", standing(State.DELIVERED, 1, 10));
        assertThat(take(ledger, "two", 10, 5)).isEmpty();
        assertThat(take(ledger, "two", 11, 5)).containsExactly("later");
    }

    /** Several send at once: each notice is sent once, and none is left. */
    @Test
    void dispatchersAtOnceTakeEachNoticeOnce() throws InterruptedException, ExecutionException {
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < NOTICES; i++) {
            notices.add(notice("n" + i, 1, i % 7));
        }
        ledger.outbox().put(0, 1, notices);
        ExecutorService threads = Executors.newFixedThreadPool(DISPATCHERS);
        try {
            List<Callable<List<String>>> dispatchers = new ArrayList<>();
            for (int i = 0; i < DISPATCHERS; i++) {
                Ledger own = i == 0 ? ledger : another();
                String name = "dispatcher " + i;
                dispatchers.add(() -> sendAll(own, name));
            }
            List<String> sent = new ArrayList<>();
            for (Future<List<String>> one : threads.invokeAll(dispatchers)) {
                sent.addAll(one.get());
            }
            assertThat(sent)
                    .containsExactlyInAnyOrderElementsOf(
                            notices.stream().map(Notice::id).toList());
        } finally {
            threads.shutdownNow();
        }
        assertThat(ledger.outbox().counts()).containsEntry(State.DELIVERED, (long) NOTICES);
    }

    private static List<String> sendAll(Ledger own, String name) {
        List<String> sent = new ArrayList<>();
        while (!own.outbox().due(hour(10), 1).isEmpty()) {
            for (String id : take(own, name, 10, 5)) {
                sent.add(id);
                own.outbox().settle(id, standing(State.DELIVERED, 1, 10));
            }
        }
        return sent;
    }

    private static List<String> take(Ledger own, String dispatcher, long hour, int most) {
        return own.outbox().take(dispatcher, hour(hour), HOLD, most).stream()
                .map(kept -> kept.notice().id())
                .toList();
    }

    @Test
    void emptyAtFirst() {
        assertThat(ledger.outbox().routedUpTo()).isZero();
        assertThat(ledger.outbox().recent(5)).isEmpty();
        assertThat(ledger.outbox().waiting()).isEmpty();
        assertThat(ledger.outbox().counts())
                .isEqualTo(Map.of(State.WAITING, 0L, State.DELIVERED, 0L, State.REFUSED, 0L));
    }

    private List<String> due(long hour) {
        return ledger.outbox().due(hour(hour), 100).stream()
                .map(kept -> kept.notice().id())
                .toList();
    }
}
