package cn.zhengai.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoCommandTest {
    @TempDir
    Path folder;

    @Test
    void aTakenPortIsSaidBeforeHistoryIsMade() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
        Say say = new Say(said, said);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLine line = new CommandLine(new DemoCommand());
            line.setExecutionExceptionHandler((cause, command, parsed) -> say.ended(cause, command));
            int code = line.execute("--data", folder.toString(), "--port", Integer.toString(other.getLocalPort()));
            assertThat(code).isEqualTo(ExitCode.PORT_TAKEN.number());
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("端口 " + other.getLocalPort(), "--port");
        }
        assertThat(folder.resolve("catalogue")).doesNotExist();
    }
}
