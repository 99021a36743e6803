package cn.zhengai.testkit.influx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls to the engine in its own words. */
final class Engine {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Engine() {}

    static boolean answers(URI engine) throws IOException {
        try {
            HttpRequest ping = HttpRequest.newBuilder(engine.resolve("/ping")).build();
            return send(ping, BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @throws IllegalStateException when the engine refuses it */
    static void statement(URI engine, String database, String statement) {
        try {
            HttpResponse<String> answer = asked(engine, database, statement);
            if (answer.statusCode() != 200 || answer.body().contains("\"error\"")) {
                throw new IllegalStateException(statement + ": " + answer.body());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static HttpResponse<String> asked(URI engine, String database, String statement) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        engine.resolve("/query?db=" + encoded(database) + "&q=" + encoded(statement)))
                .POST(BodyPublishers.noBody())
                .build();
        return send(request, BodyHandlers.ofString());
    }

    /** A call to a server as its clients make it, with its token; the body is JSON. */
    static HttpResponse<String> call(InfluxHost host, String method, String path, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(host.url().resolve(path))
                        .header("Authorization", "Token " + host.token())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return CLIENT.send(request, body);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
