package cn.zhengai.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.alerting.dispatch.DispatchMeter;
import cn.zhengai.alerting.dispatch.Dispatcher;
import cn.zhengai.alerting.dispatch.Notices;
import cn.zhengai.alerting.dispatch.Outcome;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.time.SettableTime;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real HTTP server in this process. */
class WebhookTest {
    private static final Notice NOTICE = Notices.of("0a1b2c", "webhook", "wecom");

    private record Reply(int status, Map<String, String> headers, String body) {}

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Map<String, List<String>>> headers = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final Set<String> visible = new LinkedHashSet<>();
    private final SettableTime time = new SettableTime(Notices.KNOWN);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = replies.isEmpty() ? new Reply(204, Map.of(), "") : replies.poll();
            if (reply.status() < 300) {
                visible.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            }
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void reply(int status, Map<String, String> with, String body) {
        replies.add(new Reply(status, with, body));
    }

    private WebhookNotifier notifier(Optional<String> secret) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=geheim");
        return new WebhookNotifier(Map.of("wecom", new Target(url, secret)), Duration.ofSeconds(5), time);
    }

    @Test
    void postsTheJsonWithItsKeyAndSignature() {
        assertThat(notifier(Optional.of("密钥")).send(NOTICE)).isEqualTo(new Outcome.Delivered("接收方答复 204"));
        assertThat(bodies).containsExactly(NOTICE.data());
        assertThat(headers.get(0))
                .containsEntry("Idempotency-key", List.of("0a1b2c"))
                .containsEntry("Content-type", List.of("application/json; charset=utf-8"))
                .containsEntry(
                        "X-zhengai-signature",
                        List.of(Signature.of(bodies.get(0).getBytes(StandardCharsets.UTF_8), "密钥")));
    }

    /** RFC 4231, test case 2. */
    @Test
    void signatureOfTheStandardsExample() {
        assertThat(Signature.of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII), "Jefe"))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void withoutASecretNothingIsSigned() {
        notifier(Optional.empty()).send(NOTICE);
        assertThat(headers.get(0)).doesNotContainKey("X-zhengai-signature");
    }

    @Test
    void failuresThenSuccessAndTheReceiverSeesItOnce() {
        reply(500, Map.of(), "");
        reply(503, Map.of("Retry-After", "120"), "");
        reply(200, Map.of(), "{\"ok\":true}");
        Outbox outbox = new MemoryLedger().outbox();
        outbox.put(0, 1, List.of(NOTICE));
        Dispatcher dispatcher =
                new Dispatcher("d", outbox, List.of(notifier(Optional.empty())), time, DispatchMeter.NONE);
        dispatcher.runOnce();
        assertThat(time.advance(Duration.ofSeconds(30))).isEqualTo(next(outbox));
        dispatcher.runOnce();
        assertThat(time.advance(Duration.ofMinutes(2))).as("Retry-After").isEqualTo(next(outbox));
        dispatcher.runOnce();
        assertThat(outbox.counts()).containsEntry(Notice.State.DELIVERED, 1L);
        assertThat(bodies).hasSize(3);
        assertThat(visible).containsExactly("0a1b2c");
    }

    private static Instant next(Outbox outbox) {
        return outbox.recent(1).get(0).standing().next();
    }

    @Test
    void retryAfterMayBeADate() {
        reply(429, Map.of("Retry-After", "Mon, 02 Mar 2026 01:00:00 GMT"), "");
        assertThat(notifier(Optional.empty()).send(NOTICE))
                .isEqualTo(new Outcome.TryLater("接收方暂时不能接收，答复 429", Duration.ofHours(1), true));
        reply(429, Map.of("Retry-After", "soon"), "");
        assertThat(notifier(Optional.empty()).send(NOTICE))
                .isEqualTo(new Outcome.TryLater("接收方暂时不能接收，答复 429", Duration.ZERO, true));
    }

    @Test
    void otherAnswersAreFinal() {
        reply(404, Map.of(), "");
        assertThat(notifier(Optional.empty()).send(NOTICE)).isEqualTo(new Outcome.Refused("接收方拒绝，答复 404"));
        reply(302, Map.of("Location", "/elsewhere"), "");
        assertThat(notifier(Optional.empty()).send(NOTICE)).isEqualTo(new Outcome.Refused("接收方拒绝，答复 302"));
    }

    @Test
    void anErrorInsideASuccessIsNoSuccess() {
        reply(200, Map.of(), "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
        assertThat(notifier(Optional.empty()).send(NOTICE))
                .isInstanceOfSatisfying(
                        Outcome.TryLater.class, later -> assertThat(later.why()).contains("45009"));
        reply(200, Map.of(), "{\"errcode\":0,\"errmsg\":\"ok\"}");
        assertThat(notifier(Optional.empty()).send(NOTICE)).isInstanceOf(Outcome.Delivered.class);
        reply(200, Map.of(), "x".repeat(100_000));
        assertThat(notifier(Optional.empty()).send(NOTICE)).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void silenceIsTriedLater() {
        CountDownLatch hanging = new CountDownLatch(1);
        server.createContext("/slow", exchange -> {
            try (exchange) {
                hanging.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slow");
        WebhookNotifier slow =
                new WebhookNotifier(Map.of("wecom", new Target(url, Optional.empty())), Duration.ofMillis(200), time);
        assertThat(slow.send(NOTICE)).isInstanceOf(Outcome.TryLater.class);
        hanging.countDown();
        server.stop(0);
        assertThat(notifier(Optional.empty()).send(NOTICE))
                .isInstanceOfSatisfying(
                        Outcome.TryLater.class, later -> assertThat(later.why()).startsWith("接收方无法连接"));
    }

    @Test
    void urlsAreCredentials() {
        Target target = new Target(URI.create("https://qyapi.example.com/hook?key=geheim"), Optional.of("geheim"));
        assertThat(target.toString()).doesNotContain("geheim").contains("qyapi.example.com");
        assertThatThrownBy(() -> new Target(URI.create("ftp://geheim/"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void aNameThatIsNotInTheSettingsIsRefused() {
        assertThat(notifier(Optional.empty()).send(Notices.of("n", "webhook", "feishu")))
                .isEqualTo(new Outcome.Unconfigured("设置中没有名为“feishu”的 webhook，配置并重新启动后发送"));
    }
}
