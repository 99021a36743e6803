package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the contracts share: a ledger opened for each test, that can be closed and opened again. */
@SuppressWarnings("NullAway.Init")
public abstract class LedgerContract {
    @TempDir
    Path folder;

    /** The ledger under test; another object after {@link #reopen}. */
    protected Ledger ledger;

    private final Deque<Ledger> opened = new ArrayDeque<>();

    /** Opens the ledger of this folder; called again with the same folder it is the same ledger, also while open. */
    protected abstract Ledger open(Path home);

    @BeforeEach
    void openFirst() {
        ledger = another();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Ledger::close);
    }

    /** A second owner of the same ledger. */
    final Ledger another() {
        Ledger next = open(folder);
        opened.push(next);
        return next;
    }

    /** As after a restart. */
    final void reopen() {
        ledger.close();
        opened.remove(ledger);
        ledger = another();
    }

    /**
     * Runs all at the same moment, each in a thread of its own.
     *
     * @return the trouble of each; empty for one that succeeded
     */
    static List<Optional<Trouble>> atOnce(List<Runnable> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Optional<Trouble>> troubles = new ArrayList<>();
            for (Future<Optional<Trouble>> one : threads.invokeAll(
                    calls.stream().map(call -> trouble(start, call)).toList())) {
                troubles.add(one.get());
            }
            return troubles;
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError("one of the calls ended otherwise", failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Optional<Trouble>> trouble(CyclicBarrier start, Runnable call) {
        return () -> {
            start.await();
            try {
                call.run();
                return Optional.empty();
            } catch (PortException e) {
                return Optional.of(e.trouble());
            }
        };
    }

    static void assertTrouble(Trouble trouble, ThrowingCallable call) {
        Assertions.assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        e -> Assertions.assertThat(e.trouble()).isEqualTo(trouble));
    }
}
