package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Panel;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoardsTest {
    @TempDir
    static Path folder;

    private static Console console;
    private static Calls calls;

    @BeforeAll
    static void start() {
        console = SampleCollege.full(folder).start(0, false);
        calls = new Calls(console.port());
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static List<Dashboard> boards() {
        return Boards.all();
    }

    @Test
    void theFirstIsTheOverview() {
        HttpResponse<String> answer = calls.get("/boards");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/boards/zhengai-overview");
        assertThat(calls.get("/boards/none").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyPanelHasItsPlaceAndIsAskedByItself(Dashboard board) {
        HttpResponse<String> answer = calls.get("/boards/" + board.uid());
        assertThat(answer.statusCode()).isEqualTo(200);
        for (Panel panel : board.panels()) {
            String place = "zg-w-" + panel.grid().w() + " zg-h-" + panel.grid().h() + " ";
            assertThat(answer.body()).contains(place).contains(panel.description());
            String css = calls.get("/assets/console.css").body();
            assertThat(css)
                    .contains(
                            ".zg-w-" + panel.grid().w() + " {",
                            ".zg-h-" + panel.grid().h() + " {");
        }
        boards().forEach(other -> assertThat(answer.body()).contains("href=\"/boards/" + other.uid() + "\""));
        assertThat(answer.body()).doesNotContain("$point", "$subject", "/d/", "style=", "onclick");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "style-src 'self'");
    }

    @Test
    void whatIsChosenStandsInTitlesAndIsAskedFor() {
        String page =
                calls.get("/boards/zhengai-course?span=30d&var-subject=c1").body();
        assertThat(page)
                .contains("序列：到课率 / 高等数学&lt;b&gt;", "<option value=\"30d\" selected>近 30 天</option>")
                .contains(
                        "/api/v1/boards/zhengai-course/panels/12?span=30d&amp;var-unit=xb&amp;var-point=course.attendance&amp;var-subject=c1")
                .contains("id=\"subject\"");
    }

    @Test
    void beforeTheFirstPublicationHasEndedNothingIsAsItLooks(@TempDir Path other) {
        try (Console early = SampleCollege.silent(other).start(0, false)) {
            Calls asked = new Calls(early.port());
            assertThat(asked.get("/boards/zhengai-platform").body())
                    .contains("data-unfinished=\"yes\"", "正在发布第一批结果", "没有显示预警不等于没有预警");
            assertThat(asked.json("/api/v1/boards/zhengai-overview/panels/13"))
                    .as("no word of there being no warnings")
                    .hasToString("""
                            {"text":"还没有发布","why":"正在发布第一批结果，请稍候。","kind":"nothing"}""");
        }
        assertThat(calls.get("/boards/zhengai-platform").body()).contains("data-unfinished=\"\"");
        assertThat(calls.json("/api/v1/boards/zhengai-overview/panels/13")
                        .path("text")
                        .asText())
                .isEqualTo("没有预警");
    }

    @Test
    void whatIsNoLongerOfferedFallsBackToTheFirst() {
        String page = calls.get("/boards/zhengai-course?var-unit=gone&var-subject=%27%20OR%201%3D1")
                .body();
        assertThat(page)
                .contains("var-unit=xb&amp;", "所选范围里没有单位“gone”，现在显示的是“")
                .doesNotContain("var-unit=gone", "=%27");
    }

    @Test
    void aPanelThatWasNotAskedWithEverythingTakesTheFirst() {
        assertThat(calls.json("/api/v1/boards/zhengai-course/panels/1")
                        .at("/figures/0/text")
                        .asText())
                .isEqualTo("87.5%");
        HttpResponse<String> nothing = calls.get("/api/v1/boards/zhengai-course/panels/12");
        assertThat(Calls.json(nothing).path("kind").asText()).isEqualTo("nothing");
        assertThat(Calls.json(nothing).path("why").asText()).contains("可以看更长的时间");
        assertThat(nothing.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
