package cn.zhengai.alerting.webhook;

import cn.zhengai.alerting.dispatch.Notifier;
import cn.zhengai.alerting.dispatch.Outcome;
import cn.zhengai.core.warning.Notice;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts a notice's JSON ({@code notice.schema.json}) with headers {@code Idempotency-Key} (the notice's id: a repeat has
 * the same) and, for targets with a secret, {@code X-Zhengai-Signature} (see {@link Signature}). Follows no redirect.
 */
public final class WebhookNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookNotifier.class);

    private final Map<String, Target> targets;
    private final Duration timeout;
    private final InstantSource time;
    /** Made when first needed: that takes a tenth of a second. */
    private @Nullable HttpClient client;

    /**
     * @param targets by the names that units' contacts use
     * @param timeout for a whole exchange
     */
    public WebhookNotifier(Map<String, Target> targets, Duration timeout, InstantSource time) {
        this.targets = Map.copyOf(targets);
        this.timeout = timeout;
        this.time = time;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(timeout)
                    .build();
        }
        return client;
    }

    @Override
    public String channel() {
        return "webhook";
    }

    /** Each target by itself. */
    @Override
    public String route(Notice notice) {
        return notice.address();
    }

    @Override
    public Outcome send(Notice notice) {
        Target target = targets.get(notice.address());
        if (target == null) {
            return new Outcome.Unconfigured("设置中没有名为“" + notice.address() + "”的 webhook，配置并重新启动后发送");
        }
        CompletableFuture<HttpResponse<String>> exchange =
                client().sendAsync(request(notice, target), LimitedBody.handler());
        try {
            HttpResponse<String> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return Answer.outcome(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After"),
                    response.body(),
                    time.instant());
        } catch (TimeoutException slow) {
            exchange.cancel(true);
            return silent(notice, "在 " + timeout.toSeconds() + " 秒内没有答复", slow);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return silent(notice, "无法连接（" + cause.getClass().getSimpleName() + "）", failed);
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return Outcome.TryLater.one("系统正在停止");
        }
    }

    private static HttpRequest request(Notice notice, Target target) {
        byte[] body = notice.data().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", notice.id())
                .header("User-Agent", "zhengai");
        target.secret().ifPresent(secret -> request.header("X-Zhengai-Signature", Signature.of(body, secret)));
        return request.build();
    }

    /** The target is named, never its URL: messages of exceptions are left out for they may hold it. */
    private static Outcome silent(Notice notice, String why, Exception failed) {
        LOG.warn(
                "通知 {} 未送到 webhook“{}”：{}（{}）",
                notice.id(),
                notice.address(),
                why,
                failed.getClass().getName());
        return Outcome.TryLater.everyone("接收方" + why);
    }
}
