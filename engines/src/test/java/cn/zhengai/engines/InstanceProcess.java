package cn.zhengai.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An instance that can be killed, frozen and started again over its data folder. */
final class InstanceProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Path data;
    private final String roles;
    private Process process;

    InstanceProcess(Path data, String roles, long aheadMillis) {
        this.data = data;
        this.roles = roles;
        this.process = launch(aheadMillis);
    }

    private Process launch(long aheadMillis) {
        try {
            return new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SkewedInstance.class.getName(),
                            data.toString(),
                            roles,
                            String.valueOf(aheadMillis)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling(data.getFileName() + ".log").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SIGKILL, then anew with another clock. */
    void killAndRestart(long aheadMillis) {
        process.destroyForcibly();
        process.onExit().join();
        process = launch(aheadMillis);
    }

    /** An orderly end, then anew with another clock. */
    void stopAndRestart(long aheadMillis) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.onExit().join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process = launch(aheadMillis);
    }

    /** Stands still in whatever it is doing until {@link #thaw}. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String which) {
        try {
            new ProcessBuilder("kill", which, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        thaw();
        process.destroyForcibly();
        process.onExit().join();
    }
}
