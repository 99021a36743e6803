package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answering a warning, from the page and from a program. */
class AcknowledgeTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    static Path folder;

    private static Console console;
    private static Calls calls;
    private static String id;

    @BeforeAll
    static void start() {
        console = SampleCollege.full(folder).start(0, false);
        calls = new Calls(console.port());
        id = calls.json("/api/v1/warnings?open=true&level=SCHOOL")
                .at("/items/0/id")
                .asText();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static String form(String by, String note) {
        return "by=" + URLEncoder.encode(by, StandardCharsets.UTF_8) + "&note="
                + URLEncoder.encode(note, StandardCharsets.UTF_8);
    }

    @Test
    void theFormIsKeptAndShownAndHidesNothing() {
        String own = "http://127.0.0.1:" + console.port();
        HttpResponse<String> answer = calls.post(
                "/warnings/" + id + "/acknowledge",
                form("张伟", "<b>已约谈</b>\n下月复查"),
                "Content-Type",
                FORM,
                "Origin",
                own);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/warnings/" + id);
        assertThat(calls.get("/warnings/" + id).body()).contains("张伟", "&lt;b&gt;已约谈", "已确认");
        assertThat(calls.json("/api/v1/warnings/" + id).path("status").asText()).isEqualTo("OPEN");
        assertThat(calls.get("/").body()).contains("张伟");
    }

    @Test
    void otherSitesMayNotSendIt() {
        String path = "/warnings/" + id + "/acknowledge";
        String form = form("a", "b");
        assertThat(calls.post(path, form, "Content-Type", FORM, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(calls.post(path, form, "Content-Type", FORM, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(calls.post(path, form, "Content-Type", FORM, "Origin", "null")
                        .statusCode())
                .isEqualTo(403);
        assertThat(calls.post("/api/v1" + path, "{\"by\":\"a\",\"note\":\"b\"}", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsMissingIsAskedForOnThePage() {
        HttpResponse<String> answer =
                calls.post("/warnings/" + id + "/acknowledge", form(" ", "x"), "Content-Type", FORM);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请填写姓名", "提交确认");
        assertThat(calls.post("/warnings/" + id + "/acknowledge", form("a", "长".repeat(501)), "Content-Type", FORM)
                        .body())
                .contains("最多 500 字");
    }

    @Test
    void programsGetOneShapeOfRefusal() {
        String path = "/api/v1/warnings/" + id + "/acknowledge";
        assertThat(calls.post(path, "{").statusCode()).isEqualTo(400);
        assertThat(calls.post(path, "{}").statusCode()).isEqualTo(400);
        assertThat(calls.post(path, "{\"by\":\"a\",\"note\":\"" + "x".repeat(20_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(calls.post("/api/v1/warnings/none/acknowledge", "{\"by\":\"a\",\"note\":\"b\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(calls.post("/warnings/none/acknowledge", form("a", "b"), "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(404);
    }
}
