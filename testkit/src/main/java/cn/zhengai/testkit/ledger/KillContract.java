package cn.zhengai.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that keeps things is killed at random times: what it told is there, and nothing is half. */
@SuppressWarnings("NullAway.Init")
public abstract class KillContract {
    private static final int ROUNDS = 12;
    private static final int MOST_LINES = 40;
    private static final int LONGEST_MILLIS = 40;
    private static final long SEED = 20_260_901;

    @TempDir
    Path folder;

    protected abstract Ledger open(Path home);

    /** Puts into the folder what the child needs to find the ledger. */
    protected abstract void prepare(Path home);

    /** Its main method opens the ledger of the folder given as argument and runs {@link KilledWork} on standard output. */
    protected abstract Class<?> child();

    @Test
    void whatWasToldIsThereAndNothingIsHalf() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        int told = 0;
        prepare(folder);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = runAndKill(2 + random.nextInt(MOST_LINES), 1 + random.nextInt(LONGEST_MILLIS));
            told += lines.size();
            try (Ledger ledger = open(folder)) {
                new KilledWork(ledger).check(lines);
            }
        }
        assertThat(told).as("acknowledgements seen").isGreaterThan(ROUNDS);
    }

    private List<String> runAndKill(int afterLines, int andMillis) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        // What drivers unpack goes with the folder: nobody tidies up after a kill.
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        child().getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            while (lines.size() < afterLines) {
                lines.add(next(output));
            }
            assertThat(process.waitFor(andMillis, TimeUnit.MILLISECONDS))
                    .as("the child ended by itself")
                    .isFalse();
            // By its handle: destroying the process itself would close its output before it is read.
            process.toHandle().destroyForcibly();
            process.waitFor();
            output.lines().forEach(lines::add);
        } finally {
            process.destroyForcibly();
        }
        // The last line may be cut: it does not count.
        return lines.subList(0, Math.max(1, lines.size() - 1));
    }

    private static String next(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the child ended by itself");
        }
        return line;
    }
}
