package cn.zhengai.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A page in the system's Chromium, as wide as asked, that can be asked things and clicked on. For one thread. */
public final class Tab implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 60;
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Process chromium;
    private final WebSocket socket;
    private final Answers answers;
    private final AtomicInteger calls = new AtomicInteger();

    private Tab(Process chromium, WebSocket socket, Answers answers) {
        this.chromium = chromium;
        this.socket = socket;
        this.answers = answers;
    }

    /** What the browser says, by the number of the call it answers. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode said = read(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> waits =
                        waiting.remove(said.path("id").asInt());
                if (waits != null) {
                    waits.complete(said);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** @param folder for the browser's own files */
    public static Tab open(Path folder) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "tab");
        Process chromium = new ProcessBuilder(
                        Browser.find(folder).program().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log.txt").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            assertThat(System.nanoTime()).as("chromium answers").isLessThan(end);
            LockSupport.parkNanos(GLANCE);
        }
        HttpClient http = HttpClient.newHttpClient();
        URI made = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/new?about:blank");
        HttpRequest ask = HttpRequest.newBuilder(made)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String page = http.send(ask, HttpResponse.BodyHandlers.ofString()).body();
        Answers answers = new Answers();
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(read(page).path("webSocketDebuggerUrl").asText()), answers)
                .join();
        return new Tab(chromium, socket, answers);
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.waiting.put(id, answer);
        ObjectNode call = JSON.createObjectNode().put("id", id).put("method", method);
        call.set("params", parameters);
        socket.sendText(call.toString(), true).join();
        JsonNode said = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        assertThat(said.path("error").toString()).as(method).isEmpty();
        return said.path("result");
    }

    /** So many pixels, light or dark. */
    public void look(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media);
    }

    /** Goes there and waits until the page is there with its scripts run. */
    public void visit(String url) {
        call("Page.navigate", JSON.createObjectNode().put("url", url));
        await("location.href !== 'about:blank' && document.readyState === 'complete'");
    }

    /**
     * Runs a script before those of every page.
     *
     * @return ends that
     */
    public Runnable beforehand(String script) {
        call("Page.enable", JSON.createObjectNode());
        String id = call(
                        "Page.addScriptToEvaluateOnNewDocument",
                        JSON.createObjectNode().put("source", script))
                .path("identifier")
                .asText();
        return () -> call(
                "Page.removeScriptToEvaluateOnNewDocument",
                JSON.createObjectNode().put("identifier", id));
    }

    /** What an expression says. */
    public JsonNode ask(String expression) {
        JsonNode result = evaluated(expression);
        assertThat(result.path("exceptionDetails").toString()).as(expression).isEmpty();
        return result.path("result").path("value");
    }

    private JsonNode evaluated(String expression) {
        return call(
                "Runtime.evaluate",
                JSON.createObjectNode().put("expression", expression).put("returnByValue", true));
    }

    /** Waits until an expression is true; between two pages there may be nothing to ask it of. */
    public void await(String expression) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!evaluated(expression).at("/result/value").asBoolean()) {
            assertThat(System.nanoTime()).as(expression).isLessThan(end);
            LockSupport.parkNanos(GLANCE);
        }
    }

    /** Clicks a link and waits until the page it leads to is there. */
    public void follow(String selector) {
        ask("document.documentElement.dataset.left = 'yes'; document.querySelector(" + quoted(selector)
                + ").removeAttribute('target'); document.querySelector(" + quoted(selector) + ").click()");
        await("document.documentElement.dataset.left !== 'yes' && document.readyState === 'complete'");
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    /** A picture of the whole page, PNG. */
    public byte[] picture() {
        JsonNode taken = call("Page.captureScreenshot", JSON.createObjectNode().put("captureBeyondViewport", true));
        return Base64.getDecoder().decode(taken.path("data").asText());
    }

    @Override
    public void close() {
        socket.abort();
        chromium.destroy();
        chromium.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }
}
