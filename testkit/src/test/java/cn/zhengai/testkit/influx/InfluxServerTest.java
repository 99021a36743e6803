package cn.zhengai.testkit.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine behind its forwarder takes what a release 2 would take, and keeps it through a kill. */
class InfluxServerTest {
    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private InfluxServer server;

    @BeforeEach
    void begin() {
        server = InfluxServer.start(home);
        server.create("zhengai");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void writesOfReleaseTwoAreReadBack() throws Exception {
        assertThat(write("zhengai", "ms", "score,subject=a value=1i 1000").statusCode())
                .isEqualTo(204);
        assertThat(write("zhengai/autogen", "s", "score,subject=b value=2i 2").statusCode())
                .isEqualTo(204);
        assertThat(write("zhengai", "ns", "score,subject=c value=3i 3000000000").statusCode())
                .isEqualTo(204);

        assertThat(query("SELECT value FROM score"))
                .contains(
                        "[\"1970-01-01T00:00:01Z\",1]", "[\"1970-01-01T00:00:02Z\",2]", "[\"1970-01-01T00:00:03Z\",3]");
    }

    @Test
    void compressedWritesAreTaken() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("score,subject=中文 value=7i 1".getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(writing("zhengai", "ms"))
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        assertThat(query("SELECT value FROM score WHERE subject = '中文'")).contains(",7]");
    }

    @Test
    void deletionsOfReleaseTwoTakeTheirSpanAndTagsAway() throws Exception {
        write(
                "zhengai",
                "ms",
                "score,subject=it's\\ \"a\" value=1i 1000\nscore,subject=b value=2i 1000\n"
                        + "score,subject=it's\\ \"a\" value=3i 2000");
        String wanted = """
                {"start":"1970-01-01T00:00:00Z","stop":"1970-01-01T00:00:01.999Z",\
                "predicate":"_measurement=\\"score\\" AND subject=\\"it's \\\\\\"a\\\\\\"\\""}""";
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/api/v2/delete?bucket=zhengai"))
                .POST(BodyPublishers.ofString(wanted))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        assertThat(query("SELECT value FROM score")).contains(",2]", ",3]").doesNotContain(",1]");
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertThat(write("nowhere", "ms", "score value=1i 1").statusCode()).isEqualTo(404);
        write("zhengai", "ms", "score,subject=a value=1i 1000");
        HttpResponse<String> partial = write("zhengai", "ms", "score,subject=a value=1.5 1000");
        assertThat(partial.statusCode()).isEqualTo(400);
        assertThat(partial.body()).contains("field type conflict");
        server.forwarder().demand("secret");
        assertThat(write("zhengai", "ms", "score value=1i 1").statusCode()).isEqualTo(401);
    }

    @Test
    void aKilledServerHasWhatItTookAndAnswersAgain() throws Exception {
        write("zhengai", "ms", "score,subject=a value=1i 1000");
        server.kill();
        assertThatThrownBy(() -> write("zhengai", "ms", "score,subject=a value=2i 2000"))
                .isInstanceOf(IOException.class);

        server.restart();

        assertThat(query("SELECT value FROM score")).contains(",1]").doesNotContain(",2]");
    }

    @Test
    void badWeatherIsMadeToOrder() throws Exception {
        server.forwarder()
                .set(call -> call.writes() ? Optional.of(new Forwarder.Answer(503, "busy")) : Optional.empty());

        assertThat(write("zhengai", "ms", "score value=1i 1").statusCode()).isEqualTo(503);
        assertThat(query("SELECT value FROM score")).isEqualTo("{\"results\":[{\"statement_id\":0}]}\n");
    }

    private HttpResponse<String> write(String bucket, String precision, String lines) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(writing(bucket, precision))
                .POST(BodyPublishers.ofString(lines))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI writing(String bucket, String precision) {
        return server.url().resolve("/api/v2/write?org=any&bucket=" + bucket + "&precision=" + precision);
    }

    private String query(String statement) throws Exception {
        URI uri = server.url().resolve("/query?db=zhengai&q=" + Engine.encoded(statement));
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
