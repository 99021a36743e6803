package cn.zhengai.server.command;

import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code zhengai health}: is a running service ready? For whoever watches it without a tool of its own, such as a
 * container engine.
 */
@Command(name = "health", description = "询问一个正在运行的服务是否就绪（容器的健康检查用它）：就绪则退出码为 0", mixinStandardHelpOptions = true)
public final class HealthCommand implements Callable<Integer> {
    /** A service that is busy answers later than one that is idle; one that takes longer is in trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int READY = 200;
    private static final int LONGEST = 4096;

    private static final String DEFAULT = "http://127.0.0.1:8080/ready";

    @Option(names = "--url", paramLabel = "网址", description = "问哪里（默认 ${DEFAULT-VALUE}）", defaultValue = DEFAULT)
    private String url = DEFAULT;

    private final Say say;

    public HealthCommand() {
        this(Say.toTerminal());
    }

    HealthCommand(Say say) {
        this.say = say;
    }

    @Override
    public Integer call() {
        try {
            HttpURLConnection asked = ask();
            if (asked.getResponseCode() == READY) {
                say.line("就绪：" + url);
                return ExitCode.OK.number();
            }
            say.error("未就绪：" + url + " 回答 " + asked.getResponseCode() + " " + said(asked.getErrorStream()));
        } catch (IOException away) {
            say.error("没有回答：" + url + "（" + away + "）");
        }
        return ExitCode.FAILED.number();
    }

    /** By the old client of the JDK: the newer one takes longer to load, and this runs every minute. */
    private HttpURLConnection ask() throws IOException {
        if (!url.matches("https?://\\S+")) {
            throw new Refusal(Refusal.Cause.SETTINGS, "“" + url + "”不是 http 或 https 网址，例如 " + DEFAULT + "。");
        }
        HttpURLConnection asked = (HttpURLConnection) URI.create(url).toURL().openConnection();
        asked.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
        asked.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return asked;
    }

    private static String said(@Nullable InputStream body) throws IOException {
        if (body == null) {
            return "";
        }
        try (body) {
            return new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        }
    }
}
