package cn.zhengai.testkit.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in front of a server and makes the weather between it and its clients. Calls go through as they are, both ways as
 * a stream; before an engine of release 1.6 it also offers what release 2 has and that has not: writing at {@code
 * /api/v2/write}, deleting at {@code /api/v2/delete}, a token.
 */
public final class Forwarder implements AutoCloseable {
    private static final List<String> KEPT =
            List.of("Authorization", "Content-Type", "Content-Encoding", "Accept", "Accept-Encoding");

    static {
        // without it every small answer waits for the other side's delayed acknowledgement, 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final URI engine;
    private final boolean translates;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "influx-forwarder");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Weather weather = call -> Optional.empty();
    private volatile Optional<String> token = Optional.empty();

    private Forwarder(URI engine, boolean translates) throws IOException {
        this.engine = engine;
        this.translates = translates;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    /** In front of an engine of release 1.6. */
    static Forwarder translating(URI engine) {
        return start(engine, true);
    }

    /** In front of a server that needs no help. */
    public static Forwarder before(InfluxHost host) {
        return start(host.url(), false);
    }

    private static Forwarder start(URI engine, boolean translates) {
        try {
            return new Forwarder(engine, translates);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where its clients go. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on asked about every call before it goes on. */
    public void set(Weather newWeather) {
        weather = newWeather;
    }

    /** From now on calls without this token are refused, as a real server refuses them. */
    public void demand(String newToken) {
        token = Optional.of(newToken);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Parameters.of(exchange.getRequestURI().getRawQuery()),
                    body);
            Optional<Answer> bad = token.filter(wanted -> !("Token " + wanted)
                            .equals(exchange.getRequestHeaders().getFirst("Authorization")))
                    .map(wanted -> new Answer(401, "{\"code\":\"unauthorized\",\"message\":\"unauthorized access\"}"))
                    .or(() -> weather.of(call));
            if (bad.isPresent() && bad.get().status() == Answer.LOST) {
                lose(exchange, call);
            } else if (bad.isPresent()) {
                answer(exchange, bad.get());
            } else {
                forward(exchange, call);
            }
        }
    }

    /** The engine does it, and the client is told otherwise. */
    private void lose(HttpExchange exchange, Call call) throws IOException {
        String path = translates && call.writes()
                ? call.writePath()
                : exchange.getRequestURI().toString();
        Engine.send(request(exchange, call, path), BodyHandlers.discarding());
        answer(exchange, new Answer(503, ""));
    }

    private void forward(HttpExchange exchange, Call call) throws IOException {
        try {
            switch (translates ? call.path() : "") {
                case "/api/v2/write" -> pass(exchange, call, call.writePath());
                case "/api/v2/delete" -> answer(exchange, Deletion.perform(engine, call));
                default -> pass(exchange, call, exchange.getRequestURI().toString());
            }
        } catch (IOException broken) {
            // the engine is not there, or went away: the client sees its connection cut
            exchange.close();
        }
    }

    private void pass(HttpExchange exchange, Call call, String path) throws IOException {
        HttpResponse<InputStream> response = Engine.send(request(exchange, call, path), BodyHandlers.ofInputStream());
        for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("x-") || name.equals("content-type") || name.equals("content-encoding")) {
                exchange.getResponseHeaders().put(header.getKey(), header.getValue());
            }
        }
        boolean empty = response.statusCode() == 204;
        exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : 0);
        if (!empty) {
            // an answer that is cut short on the way here ends without its last chunk there
            OutputStream to = exchange.getResponseBody();
            try (InputStream from = response.body()) {
                from.transferTo(to);
            }
            to.close();
        }
    }

    private HttpRequest request(HttpExchange exchange, Call call, String path) {
        HttpRequest.Builder request = call.to(engine.resolve(path));
        KEPT.forEach(name -> exchange.getRequestHeaders()
                .getOrDefault(name, List.of())
                .forEach(value -> request.header(name, value)));
        return request.build();
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == Answer.CUT) {
            exchange.close();
            return;
        }
        byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** What a client sent. */
    public static final class Call {
        private final String method;
        private final String path;
        private final Map<String, String> parameters;
        private final byte[] body;

        Call(String method, String path, Map<String, String> parameters, byte[] body) {
            this.method = method;
            this.path = path;
            this.parameters = Map.copyOf(parameters);
            this.body = body;
        }

        /** It writes points. */
        public boolean writes() {
            return path.equals("/api/v2/write");
        }

        /** It deletes points by the call that release 2 has for it. */
        public boolean deletes() {
            return path.equals("/api/v2/delete");
        }

        String path() {
            return path;
        }

        /** A parameter; empty when it is not there. */
        String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }

        /** The path in the words of release 1. */
        String writePath() {
            return "/write?" + Parameters.ofWrite(parameters);
        }

        HttpRequest.Builder to(URI where) {
            return HttpRequest.newBuilder(where).method(method, BodyPublishers.ofByteArray(body));
        }

        /** What it has to say besides its parameters. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What a client is told instead of what the engine says. */
    public record Answer(int status, String text) {
        /** Nothing: the connection ends, and nothing is done. */
        public static final int CUT = 0;
        /** 503, though it is done. */
        public static final int LOST = -1;
    }

    /** Decides about a call: empty lets it through. Called by many threads. */
    @FunctionalInterface
    public interface Weather {
        Optional<Answer> of(Call call);
    }
}
