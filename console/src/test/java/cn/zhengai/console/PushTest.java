package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import cn.zhengai.core.reading.Knowledge;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pushing over HTTP, as business systems, Telegraf and InfluxDB clients do. */
class PushTest {
    private static final String ROW =
            "{\"point\":\"course.score\",\"subject\":\"c1\",\"at\":\"2026-11-20T08:00:00+08:00\",\"value\":90.5}";
    private static final String LINE = "course.score,subject=c1 value=90.5 1763596800000000000";

    @TempDir
    Path folder;

    private SampleCollege college;
    private Console console;
    private Calls calls;

    @BeforeEach
    void start() {
        college = SampleCollege.silent(folder);
        console = college.start(0, false);
        calls = new Calls(console.port());
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private HttpResponse<String> push(String body, String... more) {
        return calls.post("/api/v1/readings", body, headers(more));
    }

    private String[] headers(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + college.key;
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    @Test
    void jsonIsTakenRowByRow() {
        HttpResponse<String> answer = push("[" + ROW + "," + ROW.replace("90.5", "\"NaN\"") + "]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode result = Calls.json(answer);
        assertThat(result.path("accepted").asInt()).isEqualTo(1);
        assertThat(result.path("rejected").asInt()).isEqualTo(1);
        assertThat(result.at("/results/1/reason").asText()).isEqualTo("NOT_FINITE");
        assertThat(calls.json("/api/v1/series/course.score/c1")
                        .at("/last/value")
                        .asDouble())
                .isEqualTo(90.5);
    }

    @Test
    void aReasonComesWithTheRowOrInTheHeaderAndIsShownWithTheChange() {
        push("[" + ROW + "]");
        push(
                "[" + ROW.replace("90.5", "91.5") + "]",
                "X-Reason",
                URLEncoder.encode("补考 100%", StandardCharsets.UTF_8).replace("+", " "));
        push("[" + ROW.replace("90.5}", "92.5,\"reason\":\"重新<统计>\"}") + "]", "X-Reason", "not this");

        JsonNode readings = calls.json("/api/v1/series/course.score/c1/revisions?at=2026-11-20T08:00:00%2B08:00");
        assertThat(readings.path("items").findValuesAsText("reason"))
                .as(readings.toString())
                .containsExactly("null", "补考 100%", "重新<统计>");
        JsonNode change = calls.json("/api/v1/changes?since=1").at("/items/0");
        assertThat(change.at("/after/reason").asText()).isEqualTo("重新<统计>");
        assertThat(calls.get("/changes?since=1").body()).contains("更正原因", "重新&lt;统计&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "%80", "%zz", "%+1"})
    void aReasonThatCannotBeReadIsRefusedAndNothingIsTaken(String reason) {
        HttpResponse<String> answer = push("[" + ROW + "]", "X-Reason", reason);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("X-Reason");
        assertThat(calls.json("/api/v1/series/course.score/c1").path("last").isNull())
                .isTrue();
    }

    @Test
    void linesOfJsonAndGzipAreTaken() {
        byte[] packed = Calls.gzip(ROW + "\n" + ROW.replace("c1", "c2") + "\n");
        HttpResponse<String> answer = calls.post(
                "/api/v1/readings",
                packed,
                headers("Content-Type", "application/x-ndjson; charset=utf-8", "Content-Encoding", "gzip"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Calls.json(answer).path("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void theSameKeyAgainGetsTheSameAnswerAndCountsOnce() {
        HttpResponse<String> first = push("[" + ROW + "]", "Idempotency-Key", "a-1");
        HttpResponse<String> second = push("[" + ROW + "]", "Idempotency-Key", "a-1");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(calls.json("/api/v1/sources").at("/items/0/accepted").asInt())
                .isEqualTo(1);
        HttpResponse<String> other = push("[" + ROW.replace("90.5", "91") + "]", "Idempotency-Key", "a-1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Calls.json(other).at("/error/message").asText()).contains("Idempotency-Key");
    }

    @Test
    void historyIsMarked() {
        calls.post("/api/v1/readings?history=true", "[" + ROW + "]", headers());
        assertThat(calls.json("/api/v1/series/course.score/c1")
                        .at("/last/history")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void withoutOrWithAWrongKeyNothingIsTaken() {
        for (String path : new String[] {"/api/v1/readings", "/api/v2/write", "/write"}) {
            HttpResponse<String> missing = calls.post(path, LINE);
            assertThat(missing.statusCode()).as(path).isEqualTo(401);
            assertThat(missing.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(missing.body()).contains("密钥");
            assertThat(calls.post(path, LINE, "Authorization", "Token zg_wrong").statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(Calls.json(calls.post("/api/v1/readings", "[]"))
                        .at("/error/code")
                        .asText())
                .isEqualTo("KEY_MISSING");
        assertThat(Calls.json(calls.post("/api/v2/write", LINE)).path("code").asText())
                .isEqualTo("unauthorized");
        assertThat(Calls.json(calls.post("/write", LINE)).path("error").asText())
                .isNotEmpty();
        assertThat(college.readings.end()).isEqualTo(Knowledge.NONE);
    }

    @Test
    void aKeyMayComeAsXApiKey() {
        assertThat(calls.post("/api/v1/readings", "[" + ROW + "]", "X-Api-Key", college.key)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{]", "{\"point\":", "not json", "\"text\"", "[1,"})
    void malformedJsonIsTheSendersFault(String body) {
        HttpResponse<String> answer = push(body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
        assertThat(answer.body()).matches("(?s).*\\p{IsHan}.*");
    }

    @Test
    void tooLargeIsSaidPlainly() {
        HttpResponse<String> answer = push("[" + "                ".repeat(70_000) + "]");
        assertThat(answer.statusCode()).isEqualTo(413);
        byte[] bomb = Calls.gzip(" ".repeat(3 << 20));
        assertThat(calls.post("/api/v1/readings", bomb, headers("Content-Encoding", "gzip"))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void otherFormatsAndPackingsAreRefused() {
        assertThat(push("a,b", "Content-Type", "text/csv").statusCode()).isEqualTo(415);
        assertThat(push("[]", "Content-Encoding", "br").statusCode()).isEqualTo(415);
        assertThat(push("no gzip", "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
    }

    @Test
    void influxClientsOfTheSecondVersionPush() {
        HttpResponse<String> answer = calls.post(
                "/api/v2/write?org=o&bucket=b&precision=ns",
                Calls.gzip(LINE),
                "Authorization",
                "Token " + college.key,
                "Content-Encoding",
                "gzip");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(calls.json("/api/v1/series/course.score/c1").at("/last/at").asText())
                .isEqualTo("2025-11-20T00:00:00Z");
        HttpResponse<String> partial = calls.post(
                "/api/v2/write?precision=s",
                "course.score,subject=c2 value=1 1763596800\nnone,subject=c2 value=1 1763596800",
                "Authorization",
                "Token " + college.key);
        assertThat(partial.statusCode()).isEqualTo(400);
        assertThat(Calls.json(partial).path("code").asText()).isEqualTo("invalid");
        assertThat(Calls.json(partial).path("message").asText()).contains("partial write");
    }

    @Test
    void influxClientsOfTheFirstVersionPush() {
        String basic = Base64.getEncoder().encodeToString(("user:" + college.key).getBytes(StandardCharsets.UTF_8));
        assertThat(calls.post("/write?db=d&u=user&p=" + college.key, LINE).statusCode())
                .isEqualTo(204);
        assertThat(calls.post("/write?db=d&precision=ns", LINE, "Authorization", "Basic " + basic)
                        .statusCode())
                .isEqualTo(204);
        assertThat(calls.post("/write?db=d", LINE, "Authorization", "Token user:" + college.key)
                        .statusCode())
                .isEqualTo(204);
        assertThat(calls.post("/write?db=d", LINE, "Authorization", "Basic ***").statusCode())
                .isEqualTo(401);
        HttpResponse<String> bad = calls.post("/write?db=d&precision=x&p=" + college.key, LINE + "1");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(Calls.json(bad).path("error").asText()).contains("precision");
    }

    @Test
    void influxClientsAskWhetherAnyoneIsThere() {
        HttpResponse<String> ping = calls.get("/ping");
        assertThat(ping.statusCode()).isEqualTo(204);
        assertThat(ping.headers().firstValue("X-Influxdb-Version")).isPresent();
        assertThat(calls.send("HEAD", "/ping").statusCode()).isEqualTo(204);
        assertThat(calls.json("/health").path("status").asText()).isEqualTo("pass");
    }
}
