package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A business system that pushes readings over HTTP with its key. */
record Pusher(int port, String key) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A row of attendance, as JSON. */
    static String row(String subject, String at, int present, int all) {
        return "{\"point\":\"" + SmallCollege.POINT + "\",\"subject\":\"" + subject + "\",\"at\":\"" + at
                + "\",\"numerator\":" + present + ",\"denominator\":" + all + "}";
    }

    HttpResponse<String> json(String body) throws IOException {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    /** @param headers names and values by turns, beside key and type */
    HttpResponse<String> json(byte[] body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return post("/api/v1/readings", body, all.toArray(String[]::new));
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Token " + key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return ServeProcess.send(request.build());
    }

    static JsonNode tree(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + answer.statusCode() + " " + answer.body(), e);
        }
    }

    static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }

    /** The status, with a sentence in Chinese. */
    static void refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).containsPattern("\\p{IsHan}");
    }
}
