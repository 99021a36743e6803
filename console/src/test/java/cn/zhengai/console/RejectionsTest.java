package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected rows dealt with over HTTP and on the pages: with who and why, and never without the source's word. */
class RejectionsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SampleCollege college;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @SuppressWarnings("NullAway.Init")
    private Calls calls;

    @BeforeEach
    void start() {
        college = SampleCollege.full(folder);
        console = college.start(0, false);
        calls = new Calls(console.port());
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private JsonNode first(String search) {
        return calls.json("/api/v1/rejections?" + search).at("/items/0");
    }

    private static String form(String... pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(pairs[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    @Test
    void anEditedRowIsTakenWithTheKeyOfItsSource() {
        String id = first("reason=IMPLAUSIBLE").path("id").asText();
        String path = "/api/v1/rejections/" + id + "/repair";
        String body =
                "{\"by\":\"王芳\",\"why\":\"原表抄错\",\"columns\":{\"value\":\"\",\"numerator\":48,\"denominator\":50}}";
        assertThat(calls.post(path, body).statusCode()).isEqualTo(401);
        String other = "Bearer " + college.keys.create("xg");
        assertThat(calls.post(path, body, "Authorization", other).statusCode()).isEqualTo(403);
        String own = "Bearer " + college.keys.create("jw");
        assertThat(calls.post(path, "{\"by\":\"王芳\",\"columns\":{}}", "Authorization", own)
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> answer = calls.post(path, body, "Authorization", own);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode repaired = Calls.json(answer);
        assertThat(repaired.path("repaired").asInt()).isEqualTo(1);
        assertThat(repaired.at("/rejection/answer/by").asText()).isEqualTo("王芳");
        assertThat(repaired.at("/rejection/columns/numerator").asText()).isEqualTo("48");
        String batch = repaired.at("/rejection/answer/batch").asText();
        assertThat(calls.json("/api/v1/series/course.attendance/c3/readings?from=2026-03-01&until=2026-03-02")
                        .at("/items/0/batch")
                        .asText())
                .isEqualTo(batch);
        assertThat(calls.post(path, body, "Authorization", own).statusCode()).isEqualTo(409);
        assertThat(calls.get("/rejections/" + id).body()).contains("已补报", "原表抄错", batch);
    }

    @Test
    void totalsStayWhileOpenOnesGo() {
        JsonNode before = source("jw");
        assertThat(before.path("open").asLong())
                .isEqualTo(before.path("rejected").asLong());
        String id = first("reason=UNKNOWN_SUBJECT").path("id").asText();
        HttpResponse<String> answer =
                calls.post("/api/v1/rejections/" + id + "/dismiss", "{\"by\":\"王芳\",\"why\":\"课程已停开\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode after = source("jw");
        assertThat(after.path("rejected")).isEqualTo(before.path("rejected"));
        assertThat(after.path("open").asLong()).isEqualTo(before.path("open").asLong() - 1);
    }

    private JsonNode source(String id) {
        for (JsonNode one : calls.json("/api/v1/sources").path("items")) {
            if (one.path("source").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void rowsAreSentAgainBySearch() {
        long open = source("jw").path("open").asLong();
        JsonNode answer = Calls.json(
                calls.post("/api/v1/rejections/retry", "{\"by\":\"王芳\",\"why\":\"目录已改\",\"source\":\"jw\"}"));
        assertThat(answer.path("repaired").asLong()).isZero();
        assertThat(answer.path("open").asLong()).isEqualTo(open);
        assertThat(calls.post("/api/v1/rejections/retry", "{\"by\":\"王芳\"}").statusCode())
                .isEqualTo(400);
        assertThat(calls.post("/api/v1/rejections/retry", "{}", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void thePagesDoTheSame() {
        assertThat(calls.get("/rejections").body()).contains("学生签到率 112%", "重发", "数值超出合理范围");
        String id = first("reason=IMPLAUSIBLE").path("id").asText();
        assertThat(calls.get("/rejections/" + id).body()).contains("更正并补报", "name=\"column.value\"", "c3,112");
        String noReason = form("by", "王芳", "why", " ");
        HttpResponse<String> asked = calls.post("/rejections/" + id + "/dismiss", noReason, "Content-Type", FORM);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("请填写理由");
        String key = college.keys.create("jw");
        String edited = form(
                "column.value",
                "",
                "column.numerator",
                "45",
                "column.denominator",
                "50",
                "by",
                "王芳",
                "why",
                "补录",
                "key",
                key);
        assertThat(calls.post("/rejections/" + id + "/repair", edited, "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(303);
        assertThat(calls.get("/rejections/" + id).body()).contains("已补报").doesNotContain("更正并补报");
        HttpResponse<String> all =
                calls.post("/rejections/retry", form("source", "jw", "by", "王芳", "why", "目录已改"), "Content-Type", FORM);
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.body()).contains("已补报 0 条");
    }

    @Test
    void whatMayConcernAPersonIsNotShown() {
        JsonNode hidden = first("reason=UNKNOWN_SUBJECT");
        assertThat(hidden.path("raw").isNull()).isTrue();
        assertThat(hidden.path("columns").isNull()).isTrue();
        assertThat(calls.get("/rejections/" + hidden.path("id").asText()).body())
                .contains("可能涉及个人，内容不显示")
                .doesNotContain("c99");
    }
}
