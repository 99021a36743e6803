package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer with its reasons, and what changed, for programs and for people; persons are counted and not named. */
class ReasonsTest {
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
    void aGradeAgreesWithWhatWasKeptDownToItsReadings() {
        JsonNode departments = calls.json("/api/v1/assessments/2026").path("departments");
        int explained = 0;
        for (JsonNode department : departments) {
            if (!department.path("grade").isNull()) {
                JsonNode grade = calls.json(
                        "/api/v1/explain/grade/" + department.path("unit").asText() + "/2026?depth=9");
                assertThat(grade.path("agreement").asText()).isEqualTo("EQUAL");
                assertThat(grade.toString()).doesNotContain("DIFFERS");
                assertThat(grade.path("parts").path(0).path("exact").asText())
                        .isEqualTo(department.path("achievement").path("exact").asText());
                explained++;
            }
        }
        assertThat(explained).isPositive();
    }

    @Test
    void personsAreCountedAndNotNamed() {
        for (JsonNode department : calls.json("/api/v1/assessments/2026").path("departments")) {
            if (!department.path("grade").isNull()) {
                assertThat(calls.get("/explain/grade/" + department.path("unit").asText() + "/2026?depth=9&limit=1000")
                                .body())
                        .doesNotContain("学生乙", "教师甲");
            }
        }
        JsonNode points = calls.json("/api/v1/catalogue/points?level=STUDENT").path("items");
        assertThat(points).isNotEmpty();
        String point = points.path(0).path("id").asText();
        assertThat(calls.get("/api/v1/explain/band/" + point + "/anybody").statusCode())
                .isEqualTo(403);
        assertThat(calls.get("/api/v1/explain/figure/" + point + "/anybody/2026")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aWarningAndABandHaveTheirReasons() {
        JsonNode warnings = calls.json("/api/v1/warnings?level=COURSE").path("items");
        assertThat(warnings).isNotEmpty();
        JsonNode warning = warnings.path(0);
        JsonNode why =
                calls.json("/api/v1/explain/warning/" + warning.path("id").asText());
        assertThat(why.path("agreement").asText()).isEqualTo("EQUAL");
        assertThat(why.path("parts").path(0).path("kind").asText()).isEqualTo("RUN");
        String series =
                warning.path("point").asText() + "/" + warning.path("subject").asText();
        assertThat(calls.json("/api/v1/explain/band/" + series)
                        .path("agreement")
                        .asText())
                .isEqualTo("EQUAL");
        assertThat(calls.get("/explain/warning/" + warning.path("id").asText()).body())
                .contains("触发它的连续越线");
        assertThat(calls.get("/explain/band/" + series).body()).contains("预警值");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(calls.get("/api/v1/explain/grade/nobody/2026").statusCode()).isEqualTo(404);
        assertThat(calls.get("/api/v1/explain/warning/none").statusCode()).isEqualTo(404);
        assertThat(calls.get("/api/v1/explain/grade/nobody/2026?depth=0").statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesAreListedWithWhatWas() {
        JsonNode changes = calls.json("/api/v1/changes?since=0");
        assertThat(changes.path("until").asLong()).isPositive();
        assertThat(changes.path("items").size())
                .isEqualTo((int) changes.path("total").asLong());
        assertThat(calls.get("/changes").body()).contains("数据更正");
        assertThat(calls.get("/api/v1/changes?since=yesterday").statusCode()).isEqualTo(400);
    }
}
