package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single teachers and students appear nowhere, and groups under five not even as numbers. */
class PrivacyTest {
    @TempDir
    Path folder;

    @Test
    void noPageAndNoAnswerNamesAPerson() {
        try (Console console = SampleCollege.full(folder).start(0, false)) {
            Calls calls = new Calls(console.port());
            calls.post("/api/v1/assessments/2026", "");
            String student = calls.json("/api/v1/warnings?level=STUDENT")
                    .at("/items/0/id")
                    .asText();
            assertThat(student).isNotEmpty();
            for (String path : new String[] {
                "/",
                "/levels/teacher",
                "/levels/student",
                "/warnings",
                "/warnings?level=STUDENT",
                "/warnings/" + student,
                "/assessments/2026/d6",
                "/sources",
                "/api/v1/warnings?limit=1000",
                "/api/v1/warnings/" + student,
                "/api/v1/bands",
                "/api/v1/catalogue/subjects?limit=1000",
                "/api/v1/assessments/2026",
                "/api/v1/assessments/2026/export?format=json",
                "/api/v1/assessments/2026/export?format=csv",
                "/api/v1/assessments/2026/departments/d6",
                "/api/v1/rejections",
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
        try (Console console = SampleCollege.full(folder).start(0, false)) {
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
            for (JsonNode warning :
                    calls.json("/api/v1/warnings?point=teacher.lead").path("items")) {
                assertThat(warning.path("unit").isNull()).as(warning.toString()).isTrue();
            }
            for (JsonNode warning : calls.json("/api/v1/warnings?level=STUDENT").path("items")) {
                assertThat(warning.path("unit").asText()).as(warning.toString()).startsWith("d");
            }
            assertThat(calls.get("/").body()).contains("有不足 5 条预警未解除");
            assertThat(calls.get("/warnings").body()).contains("学期平均学分 <b>不足 5 人</b>");
        }
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
