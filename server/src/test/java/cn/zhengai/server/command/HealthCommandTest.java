package cn.zhengai.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.net.FreePorts;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Ready, not ready, nobody there: what an engine that watches containers is told. */
class HealthCommandTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int health(String url) {
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        Say say = new Say(to, to);
        CommandLine line = new CommandLine(new HealthCommand(say));
        line.setExecutionExceptionHandler((cause, command, parsed) -> say.ended(cause, command));
        return line.execute("--url", url);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int answering(int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return health("http://127.0.0.1:" + server.getAddress().getPort() + "/ready");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readyIsZero() throws IOException {
        assertThat(answering(200, "{\"ready\":true}")).isZero();
        assertThat(said()).contains("就绪");
    }

    @Test
    void notReadySaysWhy() throws IOException {
        assertThat(answering(503, "{\"ready\":false,\"message\":\"预警计算落后 90 秒，正在追赶。\"}"))
                .isEqualTo(ExitCode.FAILED.number());
        assertThat(said()).contains("未就绪", "503", "落后 90 秒");
    }

    @Test
    void anAnswerOfAnotherKindIsNotReady() throws IOException {
        assertThat(answering(404, "nothing")).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void nobodyThere() throws IOException {
        assertThat(health("http://127.0.0.1:" + FreePorts.one() + "/ready")).isEqualTo(ExitCode.FAILED.number());
        assertThat(said()).contains("没有回答");
    }

    @Test
    void noAddress() {
        assertThat(health("ready")).isEqualTo(ExitCode.BAD_CATALOGUE.number());
        assertThat(said()).contains("网址");
    }
}
