package cn.zhengai.engines;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Takes notices as a webhook, and now and then is not well. */
final class Hook implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private volatile boolean ill;

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (!ill) {
                received.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            }
            exchange.sendResponseHeaders(ill ? 503 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void ill(boolean now) {
        ill = now;
    }

    /** Of notices it took, a repeat once. */
    Set<String> ids() {
        return Set.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
