package cn.zhengai.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For a ledger that another process keeps: that one is killed at random times while this one writes. What was told is
 * there, nothing is half, and the ledger that was open goes on when the server is back.
 */
@SuppressWarnings("NullAway.Init")
public abstract class ServerKillContract {
    private static final int ROUNDS = 5;
    private static final int MOST_LINES = 60;
    private static final int LONGEST_MILLIS = 40;
    private static final long PATIENCE_SECONDS = 60;
    private static final long SEED = 20_260_902;

    @TempDir
    Path folder;

    protected abstract Ledger open(Path home);

    /** As a power cut does. */
    protected abstract void kill();

    protected abstract void restart();

    @Test
    void whatWasToldIsThereAndTheLedgerGoesOn() throws Exception {
        Random random = new Random(SEED);
        int told = 0;
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Ledger ledger = open(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                ByteArrayOutputStream output = new ByteArrayOutputStream();
                Future<?> work = thread.submit(() ->
                        new KilledWork(ledger).runUntilKilled(new PrintStream(output, true, StandardCharsets.UTF_8)));
                goOn(work, output, 2 + random.nextInt(MOST_LINES), 1 + random.nextInt(LONGEST_MILLIS));
                kill();
                assertUnavailable(work);
                restart();
                List<String> lines =
                        output.toString(StandardCharsets.UTF_8).lines().toList();
                told += lines.size();
                new KilledWork(ledger).check(lines);
            }
        } finally {
            thread.shutdownNow();
        }
        assertThat(told).as("acknowledgements seen").isGreaterThan(ROUNDS);
    }

    /** Until so many lines are told, and then so long. */
    private static void goOn(Future<?> work, ByteArrayOutputStream output, int lines, int millis)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        boolean enough = false;
        while (!enough) {
            assertThat(System.nanoTime()).as("%s lines in time", lines).isLessThan(end);
            enough = output.toString(StandardCharsets.UTF_8).lines().count() >= lines;
            try {
                work.get(enough ? millis : 1, TimeUnit.MILLISECONDS);
                throw new AssertionError("the work ended by itself");
            } catch (TimeoutException underWay) {
                assertThat(work).isNotDone();
            }
        }
    }

    private static void assertUnavailable(Future<?> work) {
        Assertions.assertThatThrownBy(work::get)
                .cause()
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.UNAVAILABLE));
    }
}
