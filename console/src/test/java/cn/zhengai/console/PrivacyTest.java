package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Warning;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single teachers and students appear nowhere, and groups under five not even as numbers. */
class PrivacyTest {
    @TempDir
    Path folder;

    @Test
    void noPageAndNoAnswerNamesAPerson() {
        SampleCollege college = SampleCollege.full(folder);
        try (Console console = college.start(0, false)) {
            Calls calls = new Calls(console.port());
            calls.post("/api/v1/assessments/2026", "");
            String student = warnings(college, "student.credits").get(0);
            for (String path : new String[] {
                "/",
                "/levels/teacher",
                "/levels/student",
                "/warnings",
                "/warnings?level=STUDENT",
                "/warnings/" + student,
                "/assessments/2026/d6",
                "/sources",
                "/rejections",
                "/api/v1/warnings?limit=1000",
                "/api/v1/warnings/" + student,
                "/api/v1/bands",
                "/api/v1/catalogue/subjects?limit=1000",
                "/api/v1/assessments/2026",
                "/api/v1/assessments/2026/export?format=json",
                "/api/v1/assessments/2026/export?format=csv",
                "/api/v1/assessments/2026/departments/d6",
                "/api/v1/rejections",
                "/warnings?kind=NO_DATA",
                "/api/v1/warnings?kind=NO_DATA",
                "/api/v1/sources/scorecard",
                "/api/v1/disputes",
                "/api/v1/notices"
            }) {
                var answer = calls.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).doesNotContain("教师甲", "学生乙", "\"s1\"", "\"t1\"");
            }
            assertThat(calls.get("/series/student.credits/s1").statusCode()).isEqualTo(403);
            assertThat(calls.get("/assessments/2026/d6/g-score-6/t1").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void groupsUnderFiveAreWithheld() {
        SampleCollege college = SampleCollege.full(folder);
        try (Console console = college.start(0, false)) {
            Calls calls = new Calls(console.port());
            JsonNode points = calls.json("/api/v1/bands?level=TEACHER").at("/levels/0/points");
            for (JsonNode point : points) {
                boolean few = point.path("point").asText().equals("teacher.lead");
                assertThat(point.path("withheld").asBoolean())
                        .as(point.toString())
                        .isEqualTo(few);
                assertThat(point.path("counts").isNull()).isEqualTo(few);
            }
            assertThat(calls.get("/levels/teacher").body()).contains("人数不足 5，不显示");
            assertThat(warnings(college, "teacher.lead")).isNotEmpty();
            for (String id : warnings(college, "teacher.lead")) {
                assertThat(calls.json("/api/v1/warnings/" + id).path("unit").isNull())
                        .isTrue();
            }
            for (String id : warnings(college, "student.credits")) {
                assertThat(calls.json("/api/v1/warnings/" + id).path("unit").asText())
                        .startsWith("d");
            }
            assertThat(calls.get("/").body()).contains("有预警未解除，不足 5 人的不计数", "至少 ");
            assertThat(calls.get("/warnings").body()).contains("学期平均学分 <b>不足 5 人</b>");
            JsonNode warnings = calls.json("/api/v1/warnings?level=STUDENT");
            assertThat(warnings.path("items")).isEmpty();
            assertThat(warnings.path("total").asInt()).isZero();
            assertThat(warnings.at("/persons/0/point").asText()).isEqualTo("student.credits");
            assertThat(warnings.at("/persons/0/open").isNull()).isTrue();
        }
    }

    @Test
    void aWarningOfAPersonIsAnsweredByItsNumber() {
        SampleCollege college = SampleCollege.full(folder);
        try (Console console = college.start(0, false)) {
            Calls calls = new Calls(console.port());
            String id = warnings(college, "student.credits").get(0);
            assertThat(calls.get("/warnings?number=%20" + id).headers().firstValue("Location"))
                    .contains("/warnings/" + id);
            assertThat(calls.get("/warnings?number=nix").body()).contains("没有编号为 nix 的预警");
            String page = calls.get("/warnings/" + id).body();
            assertThat(page).contains("本页不显示姓名和数值", "学生处或质量监控与管理办公室", "编号 <span class=\"zg-code\">" + id, "提交确认");
            var answer = calls.post(
                    "/warnings/" + id + "/acknowledge",
                    "by=%E6%9D%8E&note=s1%20%E5%AD%A6%E7%94%9F%E4%B9%991",
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(calls.get("/warnings/" + id).body())
                    .contains("李", "说明已保存")
                    .doesNotContain("学生乙1");
            JsonNode kept = calls.json("/api/v1/warnings/" + id).path("acknowledgement");
            assertThat(kept.path("by").asText()).isEqualTo("李");
            assertThat(kept.path("note").isNull()).isTrue();
        }
    }

    private static List<String> warnings(SampleCollege college, String point) {
        return college
                .ledger
                .warnings()
                .find(new WarningLedger.Query(
                        Optional.empty(), Optional.of(point), List.of(), Optional.empty(), Optional.empty(), 0, 100))
                .stream()
                .map(Warning::id)
                .toList();
    }

    @Test
    void rejectedRowsAreShownWhereTheySpeakOfNoPerson() {
        try (Console console = SampleCollege.full(folder).start(0, false)) {
            Calls calls = new Calls(console.port());
            assertThat(calls.get("/sources").body())
                    .contains("学生签到率 112%", "c3,112", "可能涉及个人，内容不显示")
                    .doesNotContain("没有课程 c99");
            for (JsonNode row : calls.json("/api/v1/rejections").path("items")) {
                boolean shown = row.path("reason").asText().equals("IMPLAUSIBLE");
                assertThat(row.path("raw").isNull()).as(row.toString()).isEqualTo(!shown);
                assertThat(row.path("detail").isNull()).as(row.toString()).isEqualTo(!shown);
            }
        }
    }

    @Test
    void theOperatorMayOpenThem() {
        try (Console console = SampleCollege.full(folder).start(0, true)) {
            Calls calls = new Calls(console.port());
            assertThat(calls.get("/series/student.credits/s1").body()).contains("学生乙1");
            assertThat(calls.json("/api/v1/series/student.credits/s1")
                            .path("subjectName")
                            .asText())
                    .isEqualTo("学生乙1");
            assertThat(calls.get("/sources").body()).contains("学生签到率 112%");
            assertThat(calls.get("/warnings?level=STUDENT").body()).contains("学生乙");
        }
    }
}
