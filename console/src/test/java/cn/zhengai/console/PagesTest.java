package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a college with a story and of one without. */
class PagesTest {
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/(?:webjars|assets)/[^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    @TempDir
    static Path folder;

    private static Console console;
    private static Calls calls;

    @BeforeAll
    static void start() {
        console = SampleCollege.full(folder).start(0, false);
        calls = new Calls(console.port());
        calls.post("/api/v1/assessments/2026", "");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() {
        Set<String> seen = new TreeSet<>();
        follow("/", seen);
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(seen).anyMatch(l -> l.matches("/warnings/\\w{20}"));
        assertThat(seen).anyMatch(l -> l.matches("/series/course.attendance/c\\d+"));
        assertThat(seen).anyMatch(l -> l.matches("/assessments/2026/d6/g-att-6/c\\d+"));
    }

    private static void follow(String path, Set<String> seen) {
        if (seen.size() > 400 || !seen.add(path)) {
            return;
        }
        HttpResponse<String> page = calls.get(path.replace("&amp;", "&"));
        if (page.statusCode() == 303) {
            follow(page.headers().firstValue("Location").orElse("/nowhere"), seen);
            return;
        }
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return;
        }
        assertThat(page.body()).as(path).doesNotContain("http://", "https://", " style=", "onclick");
        Matcher matcher = LINK.matcher(page.body());
        while (matcher.find()) {
            follow(matcher.group(1), seen);
        }
    }

    @Test
    void versionsSayWhatChangedWhenByWhomAndWhy() {
        assertThat(calls.get("/catalogue/versions").body())
                .contains("第 2 版", "自 2026-01-01 起施行", "李主任", "提高签到率目标", "现行", "曾施行")
                .contains("第 2 版的改动", "course.attendance", "预警值", "&lt; 80", "&lt; 90");
        assertThat(calls.get("/catalogue/versions/1").body()).contains("这是第一个版本");
        assertThat(calls.get("/catalogue/versions/9").statusCode()).isEqualTo(404);
    }

    @Test
    void theOverviewTellsTheWholeStory() {
        HttpResponse<String> page = calls.get("/");
        assertThat(page.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("西安海棠职业学院", "学校", "专业", "课程", "教师", "学生")
                .contains("达到目标", "达标", "未达标", "预警", "无数据")
                .contains("毕业生去向落实率", "红色", "橙色", "李明")
                .contains("教务管理系统", "诊改主体未在目录中登记", "还没有收到过数据")
                .contains("信息工程学院", "基本达标", "format=xlsx", "已送达");
    }

    @Test
    void namesNeverBecomeMarkup() {
        for (String path : new String[] {"/levels/course", "/series/course.score/evil"}) {
            String page = calls.get(path).body();
            assertThat(page).as(path).doesNotContain(SampleCollege.EVIL_NAME).doesNotContain("<script>alert");
        }
        assertThat(calls.get("/series/course.score/evil").body()).contains("&lt;script&gt;alert(");
        assertThat(calls.get("/sources").body()).doesNotContain("<b>95</b>");
        assertThat(calls.get("/nothing/%3Cscript%3Ealert(1)%3C/script%3E").body())
                .doesNotContain("<script>alert");
        assertThat(calls.get("/warnings?unit=%22%3E%3Cimg%20src=x%3E").body()).doesNotContain("<img src=x");
        assertThat(calls.get("/sources?source=%3Cimg%20src=x%3E").body()).doesNotContain("<img src=x");
    }

    @Test
    void browsersAreToldWhatToRefuse() {
        var headers = calls.get("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(calls.get("/").body()).doesNotContainPattern("<script>");
    }

    @Test
    void whatPagesLoadIsServedFromHere() {
        Set<String> assets = new TreeSet<>();
        for (String path : new String[] {"/", "/series/course.score/c1"}) {
            Matcher matcher = ASSET.matcher(calls.get(path).body());
            while (matcher.find()) {
                assets.add(matcher.group(1));
            }
        }
        assertThat(assets).hasSizeGreaterThanOrEqualTo(7);
        for (String asset : assets) {
            HttpResponse<String> answer = calls.get(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).as(asset).isPresent();
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(asset)
                    .isPresent();
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(calls.get(asset, "If-None-Match", tag).statusCode())
                    .as(asset)
                    .isEqualTo(304);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../openapi.json",
                "/assets/%2e%2e/openapi.json",
                "/assets/..%2fopenapi.json",
                "/webjars/../../../cn/zhengai/console/openapi.json",
                "/webjars/%2e%2e/%2e%2e/logback-test.xml"
            })
    void nothingBesideTheAssetsIsServed(String path) {
        HttpResponse<String> answer = calls.get(path);
        assertThat(answer.body()).doesNotContain("诊改接口", "ConsoleAppender");
        assertThat(answer.statusCode()).isIn(400, 404);
    }

    @Test
    void mailThatCannotLeaveIsSaidWithWhatToWrite() {
        assertThat(calls.json("/api/v1/notices").at("/unconfigured/mail").asInt())
                .isPositive();
        assertThat(calls.get("/").body())
                .contains("条邮件通知在等待邮件设置", "zhengai.yaml", "password: &#36;{ZHENGAI_MAIL_PASSWORD}");
    }

    @Test
    void sourcesShowHowTheySupplyAndWhereTheyDisagree() {
        assertThat(calls.get("/sources").body())
                .contains("供数情况", "从未接通", "教务管理系统")
                .contains("来源之间的冲突", "97.5%", "学生管理系统", "未指定：更正号高者，否则后到者")
                .contains("（姓名不在此处显示）")
                .doesNotContain("15.25");
        var disputes = calls.json("/api/v1/disputes").path("items");
        assertThat(disputes).hasSize(2);
        assertThat(disputes.findValuesAsText("subject")).contains("c3").doesNotContain("s1");
    }

    @Test
    void noDataIsAKindOfItsOwn(@TempDir Path other) {
        SampleCollege quiet = SampleCollege.full(other);
        quiet.time.set(Instant.parse("2026-12-03T02:30:00Z"));
        quiet.listen();
        try (Console shown = quiet.start(0, false)) {
            Calls there = new Calls(shown.port());
            assertThat(there.get("/").body()).contains("“教务管理系统”中断，没有按时收到数据");
            assertThat(there.get("/warnings?kind=NO_DATA").body()).contains("无数据", "教务管理系统", "整个来源");
            assertThat(there.get("/warnings?kind=THRESHOLD").body()).doesNotContain("整个来源");
            assertThat(there.get("/sources").body()).contains("中断");
            assertThat(there.get("/levels/course").body())
                    .containsPattern("无数据：\\d+ 个序列的数据没有按时收到，最早应于 2026-1\\d-\\d\\d 24:00 前送达");
            assertThat(there.get("/levels/student").body())
                    .contains("无数据：有数据没有按时收到")
                    .doesNotContainPattern("无数据：\\d");
            assertThat(there.get("/series/course.attendance/c1").body()).contains("无数据：新的采集值应在 2026-12-01 24:00 前送达");
            var found = there.json("/api/v1/warnings?kind=NO_DATA").path("items");
            assertThat(found.findValuesAsText("source")).contains("jw");
            String id = found.path(0).path("id").asText();
            assertThat(there.get("/warnings/" + id).body()).contains("最晚应到", "没有数据不等于好转", "数据到达后自动解除");
        }
    }

    @Test
    void aPageThatIsNotThereSaysSo() {
        HttpResponse<String> answer = calls.get("/nix");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到所请求的内容", "回到总览");
        assertThat(calls.send("DELETE", "/sources").statusCode()).isEqualTo(405);
        assertThat(calls.get("/levels/none").statusCode()).isEqualTo(404);
        assertThat(calls.get("/assessments/1999").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageOfASilentCollegeSaysWhatToDoNext(@TempDir Path other) {
        try (Console silent = SampleCollege.silent(other).start(0, false)) {
            Calls there = new Calls(silent.port());
            assertThat(there.get("/").body()).contains("还没有采集值", "投放文件夹", "没有未解除的预警", "计算考核结果", "还没有发出通知");
            assertThat(there.get("/warnings").body()).contains("没有符合条件的预警");
            assertThat(there.get("/levels/school").body()).contains("还没有采集值");
            assertThat(there.get("/series/course.score/c1").body()).contains("还没有采集值", "从未预警");
            assertThat(there.get("/assessments/2026").body()).contains("计算考核结果");
            assertThat(there.get("/sources").body()).contains("没有拒收的行");
        }
    }

    @Test
    void theAssessmentIsComputedFromItsPage() {
        HttpResponse<String> answer = calls.post(
                "/assessments/2025",
                "",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(calls.get("/assessments/2025").body()).contains("不达标", "导出");
    }
}
