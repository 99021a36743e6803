package cn.zhengai.benchmarks.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A webhook on loopback that notes when it heard of which series first. */
public final class Receiver implements AutoCloseable {
    private static final String POINT = "\"point\":{\"id\":\"";
    private static final String SUBJECT = "\"subject\":{\"id\":\"";

    private final HttpServer server;
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Receiver receiver = new Receiver(server);
        server.createContext("/", receiver::take);
        server.start();
        return receiver;
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        arrivals.putIfAbsent(id(body, POINT) + "/" + id(body, SUBJECT), now);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static String id(String body, String before) {
        int from = body.indexOf(before) + before.length();
        return body.substring(from, body.indexOf('"', from));
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** {@link System#nanoTime} of the first notice by {@code point/subject}. */
    public Map<String, Long> arrivals() {
        return Map.copyOf(arrivals);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
