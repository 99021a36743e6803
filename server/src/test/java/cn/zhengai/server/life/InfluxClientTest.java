package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.testkit.net.FreePorts;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import com.influxdb.exceptions.BadRequestException;
import com.influxdb.exceptions.UnauthorizedException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** InfluxDB's own client for Java pushes unchanged. */
class InfluxClientTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    private Path folder;

    private ServeProcess serve;
    private String key;

    @BeforeEach
    void start() throws IOException {
        Path data = folder.resolve("data");
        SmallCollege.write(data, 9);
        key = Ran.key(data, "telegraf");
        serve = ServeProcess.start(data, FreePorts.one()).ready();
    }

    @AfterEach
    void stop() throws IOException {
        serve.close();
    }

    private InfluxDBClient client(String token) {
        return InfluxDBClientFactory.create(
                "http://127.0.0.1:" + serve.port, token.toCharArray(), "college", "readings");
    }

    private static Point attendance(String subject, Instant at, int present, int all) {
        return Point.measurement(SmallCollege.POINT)
                .addTag("subject", subject)
                .addField("numerator", present)
                .addField("denominator", all)
                .time(at, WritePrecision.NS);
    }

    private int readings(String subject) throws IOException {
        return Pusher.tree(serve.get("/api/v1/series/" + SmallCollege.POINT + "/" + subject))
                .path("readings")
                .asInt();
    }

    @Test
    void writes() throws IOException {
        try (InfluxDBClient client = client(key)) {
            assertThat(client.ping()).isTrue();
            WriteApiBlocking write = client.getWriteApiBlocking();
            write.writePoint(attendance("C1", MONDAY, 39, 40));
            write.writePoints(
                    List.of(attendance("C1", MONDAY.plusSeconds(60), 38, 40), attendance("C2", MONDAY, 40, 40)));
            write.writeRecord(
                    WritePrecision.S,
                    SmallCollege.POINT + ",subject=C2 numerator=37i,denominator=40i "
                            + MONDAY.plusSeconds(60).getEpochSecond());
            client.enableGzip();
            write.writePoint(attendance("C3", MONDAY, 40, 40));
        }
        assertThat(readings("C1")).isEqualTo(2);
        assertThat(readings("C2")).isEqualTo(2);
        assertThat(readings("C3")).isEqualTo(1);
    }

    /** As Telegraf's output {@code influxdb} does, before its first write. */
    @Test
    void clientsOfVersionOneMayCreateTheirDatabase() throws IOException {
        Pusher telegraf = new Pusher(serve.port, key);
        byte[] form = "q=CREATE+DATABASE+%22telegraf%22".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> created =
                telegraf.post("/query", form, "Content-Type", "application/x-www-form-urlencoded");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        assertThat(created.body()).isEqualTo("{\"results\":[{\"statement_id\":0}]}");
        assertThat(telegraf.post("/query?q=create%20database%20x;show%20databases", new byte[0])
                        .body())
                .contains("\"statement_id\":0", "\"statement_id\":1", "databases");
        HttpResponse<String> wrote = telegraf.post(
                "/write?db=telegraf",
                (SmallCollege.POINT + ",subject=C4 numerator=39,denominator=40 1772409600000000000")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(wrote.statusCode()).as(wrote.body()).isEqualTo(204);
        assertThat(readings("C4")).isEqualTo(1);

        assertThat(serve.get("/query?q=SHOW%20DATABASES").statusCode()).isEqualTo(401);
        assertThat(serve.get("/query?q=SHOW%20DATABASES&u=any&p=" + key).statusCode())
                .isEqualTo(200);
        for (String other : List.of("q=SELECT%20*%20FROM%20x", "q=DROP%20DATABASE%20x", "q=", "db=x")) {
            HttpResponse<String> refused = serve.get("/query?" + other + "&p=" + key);
            Pusher.refused(refused, 400);
            assertThat(Pusher.tree(refused).path("error").isTextual()).isTrue();
        }
    }

    @Test
    void hearsWhatIsWrong() throws IOException {
        try (InfluxDBClient client = client(key)) {
            WriteApiBlocking write = client.getWriteApiBlocking();
            List<Point> points = List.of(attendance("C1", MONDAY, 39, 40), attendance("C1", MONDAY, 112, 100));
            assertThatThrownBy(() -> write.writePoints(points))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("partial write")
                    .hasMessageContaining("IMPLAUSIBLE");
        }
        assertThat(readings("C1")).isEqualTo(1);
        try (InfluxDBClient client = client("zg_other")) {
            WriteApiBlocking write = client.getWriteApiBlocking();
            assertThatThrownBy(() -> write.writePoint(attendance("C1", MONDAY, 39, 40)))
                    .isInstanceOf(UnauthorizedException.class);
        }
    }
}
