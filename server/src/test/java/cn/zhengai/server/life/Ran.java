package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the product that ran to its end in a process of its own: its exit code and all it said. */
record Ran(int exit, String text) {

    /** @param folder for its temporary files; any number of commands may run over the same */
    static Ran command(Path folder, String... arguments) throws IOException {
        Path log = Files.createTempFile(folder, "command", ".log");
        Process process = ServeProcess.command(log, List.of(arguments));
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after a minute: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new Ran(process.exitValue(), Files.readString(log));
    }

    /** A new key of a source. */
    static String key(Path data, String source) throws IOException {
        Ran made = command(data.toAbsolutePath().getParent(), "key", source, "--data", data.toString());
        return made.text()
                .lines()
                .filter(line -> line.startsWith("zg_"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no key printed: " + made));
    }

    /** Ended with this code, said all these things, said them in Chinese, and did not speak of Java's exceptions. */
    Ran refused(int code, String... said) {
        assertThat(text).contains(said).containsPattern("\\p{IsHan}").doesNotContain("Exception", "\tat ");
        assertThat(exit).as(text).isEqualTo(code);
        return this;
    }
}
