package cn.zhengai.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of ours, ended by its handle when closed. What it says goes to a file. */
public final class Child implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path said;

    private Child(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** @param said file for what it says */
    public static Child start(List<String> command, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(said.toFile());
        return new Child(builder.start(), said);
    }

    /** True when it goes on. */
    public boolean alive() {
        return process.isAlive();
    }

    /** What it said so far. */
    public String said() throws IOException {
        return Files.readString(said);
    }

    /** Waits for its end; what it said. */
    public String finish(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            close();
            throw new IllegalStateException("not done within " + seconds + " s: " + said());
        }
        return said();
    }

    /** Resident memory in bytes, of this process alone. */
    public long resident() throws IOException {
        String line = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A failure that says what the process said. */
    IllegalStateException failure(String what) {
        try {
            return new IllegalStateException(what + "; it said:\n" + said());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
