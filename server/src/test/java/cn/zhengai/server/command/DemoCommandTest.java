package cn.zhengai.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aTakenPortIsSaidBeforeHistoryIsMade() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = demo("--port", Integer.toString(other.getLocalPort()));
            assertThat(code).isEqualTo(ExitCode.PORT_TAKEN.number());
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("端口 " + other.getLocalPort(), "--port");
        }
        assertThat(folder.resolve("catalogue")).doesNotExist();
    }

    private int demo(String... options) {
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        Say say = new Say(to, to);
        CommandLine line = new CommandLine(new DemoCommand());
        line.setErr(new PrintWriter(to, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((cause, command, parsed) -> say.ended(cause, command));
        return line.execute(Stream.concat(Stream.of("--data", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void preparingWritesTheCatalogueAndNothingElse() {
        assertThat(demo("--prepare")).isZero();
        assertThat(folder.resolve("catalogue/sources/demo.yaml")).isRegularFile();
        assertThat(folder.resolve("readings.duckdb")).doesNotExist();
        assertThat(demo("--prepare")).as("again").isZero();
    }

    @Test
    void preparingAnEmptyOneLeavesTheCollegeOut() {
        assertThat(demo("--prepare", "--empty")).isZero();
        assertThat(folder.resolve("catalogue/college.yaml")).isRegularFile();
        assertThat(folder.resolve("catalogue/sources/demo.yaml")).doesNotExist();
    }

    @Test
    void feedingEndsWhenAllIsTaken() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(demo("--prepare")).isZero();
        Path until = folder.resolve("demo-until");
        Files.writeString(until, today.minusDays(1) + " " + today.minusDays(7) + "\n");
        assertThat(demo("--feed")).isZero();
        assertThat(Files.readString(until)).startsWith(today.toString());
        assertThat(folder.resolve("readings.duckdb")).isRegularFile();
    }

    @Test
    void aCollegeThatIsNoDemoIsNotFed() {
        assertThat(demo("--prepare", "--empty")).isZero();
        assertThat(demo("--feed")).isZero();
        assertThat(folder.resolve("demo-until")).doesNotExist();
        assertThat(folder.resolve("exports")).doesNotExist();
    }

    @Test
    void oneOfTheTwoPartsAtATime() {
        assertThat(demo("--prepare", "--feed")).isEqualTo(ExitCode.USAGE.number());
        assertThat(folder.resolve("catalogue")).doesNotExist();
    }
}
