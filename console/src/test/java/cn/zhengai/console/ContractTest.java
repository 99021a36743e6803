package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.http.Route;
import cn.zhengai.console.sample.SampleCollege;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code openapi.json} tells the truth: the same routes, the same shapes. */
class ContractTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> PAGES = Set.of(
            "levels",
            "boards",
            "warnings",
            "series",
            "sources",
            "rejections",
            "docs",
            "assessments",
            "catalogue",
            "",
            "explain",
            "changes");

    @TempDir
    static Path folder;

    private static Console console;
    private static Calls calls;
    private static JsonNode contract;

    @BeforeAll
    static void start() {
        SampleCollege college = SampleCollege.full(folder);
        console = college.start(0, false);
        calls = new Calls(console.port());
        calls.post("/api/v1/assessments/2026", "");
        contract = calls.json("/openapi.json");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void namesEveryRouteAndNoOther() {
        Set<String> declared = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> declared.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> registered = console.routes().stream()
                .filter(r -> !PAGES.contains(r.path().split("/", 3)[1]))
                .map(r -> r.method().name() + " " + r.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).isEqualTo(registered);
    }

    @Test
    void everyPathParameterIsDeclared() {
        for (Route route : console.routes()) {
            JsonNode operation = contract.path("paths")
                    .path(route.path())
                    .path(route.method().name().toLowerCase(Locale.ROOT));
            Set<String> declared = new TreeSet<>();
            operation.path("parameters").forEach(p -> {
                if (p.path("in").asText().equals("path")) {
                    declared.add("{" + p.path("name").asText() + "}");
                }
            });
            if (!operation.isMissingNode()) {
                Set<String> used = new TreeSet<>();
                java.util.regex.Pattern.compile("\\{\\w+}")
                        .matcher(route.path())
                        .results()
                        .forEach(m -> used.add(m.group()));
                assertThat(declared).as(route.path()).isEqualTo(used);
            }
        }
    }

    @Test
    void everyReferenceResolves() {
        contract.findValuesAsText("$ref")
                .forEach(ref -> assertThat(contract.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "Catalogue, /api/v1/catalogue",
        "PointPage, /api/v1/catalogue/points?level=COURSE",
        "SubjectPage, /api/v1/catalogue/subjects?limit=1000",
        "UnitPage, /api/v1/catalogue/units",
        "CyclePage, /api/v1/catalogue/cycles",
        "CatalogueVersionPage, /api/v1/catalogue/versions",
        "CatalogueVersion, /api/v1/catalogue/versions/2",
        "CatalogueDiff, /api/v1/catalogue/versions/diff?from=1&to=2",
        "SeriesPage, /api/v1/series?level=COURSE&limit=1000",
        "SeriesPage, /api/v1/series?point=program.lab",
        "SeriesPage, /api/v1/series?subject=c1&band=ON_TARGET",
        "Series, /api/v1/series/course.attendance/c1",
        "Series, /api/v1/series/course.attendance/c19",
        "ReadingPage, /api/v1/series/course.attendance/c1/readings?from=2026-03-01&until=2026-06-01T00:00:00%2B08:00",
        "ReadingPage, /api/v1/series/course.attendance/c1/revisions?at=2026-11-16",
        "Bands, /api/v1/bands",
        "Bands, /api/v1/bands?level=STUDENT",
        "WarningPage, /api/v1/warnings?limit=1000",
        "WarningPage, /api/v1/warnings?open=true&unit=d6&level=COURSE&from=2026-01-01",
        "WarningPage, /api/v1/warnings?kind=NO_DATA",
        "SourcePage, /api/v1/sources",
        "Scorecards, /api/v1/sources/scorecard",
        "Disputes, /api/v1/disputes",
        "RejectionPage, /api/v1/rejections?source=jw",
        "RejectionPage, /api/v1/rejections?status=OPEN&reason=IMPLAUSIBLE&since=2026-01-01&text=c3&limit=2",
        "Notices, /api/v1/notices",
        "CollegeAssessment, /api/v1/assessments/2026",
        "AssessmentHistory, /api/v1/assessments/2026/history",
        "DepartmentAssessment, /api/v1/assessments/2026/departments/d6",
        "SubjectFigurePage, /api/v1/assessments/2026/departments/d6/goals/g-att-6/subjects",
        "EvidencePage, /api/v1/assessments/2026/departments/d6/goals/g-att-6/subjects/c4/readings",
        "CollegeAssessment, /api/v1/assessments/2026/export?format=json",
        "PanelView, /api/v1/boards/zhengai-course/panels/1",
        "PanelView, /api/v1/boards/zhengai-course/panels/12?span=7d&width=900&var-unit=xb",
        "Health, /health",
        "Ready, /ready"
    })
    void answersHaveTheShapeTheContractSays(String schema, String path) {
        HttpResponse<String> answer = calls.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo("application/json;charset=utf-8");
        assertObeys(schema, answer.body());
    }

    @Test
    void aWarningAndItsStoryHaveTheirShape() {
        JsonNode warnings = calls.json("/api/v1/warnings?level=COURSE");
        assertThat(warnings.path("items")).isNotEmpty();
        String id = warnings.path("items").path(0).path("id").asText();
        assertObeys("WarningStory", calls.get("/api/v1/warnings/" + id).body());
        var answer = calls.post("/api/v1/warnings/" + id + "/acknowledge", "{\"by\":\"王芳\",\"note\":\"已处理\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertObeys("Warning", answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "404, /api/v1/nothing",
        "404, /api/v1/catalogue/versions/9",
        "404, /api/v1/catalogue/versions/diff?from=1&to=9",
        "400, /api/v1/catalogue/versions/latest",
        "400, /api/v1/catalogue/versions/diff",
        "404, /api/v1/boards/none/panels/1",
        "404, /api/v1/boards/zhengai-course/panels/99",
        "400, /api/v1/boards/zhengai-course/panels/1?span=3d",
        "400, /api/v1/boards/zhengai-course/panels/1?width=wide",
        "404, /api/v1/warnings/none",
        "404, /api/v1/rejections/R-9999-1",
        "404, /api/v1/rejections/nothing",
        "400, /api/v1/rejections?reason=NONE",
        "400, /api/v1/rejections?status=DONE",
        "404, /api/v1/series/course.attendance/none",
        "404, /api/v1/series/none/c1",
        "404, /api/v1/assessments/1999",
        "404, /api/v1/assessments/2026/departments/none",
        "404, /api/v1/assessments/2026/departments/d6/goals/none/subjects",
        "400, /api/v1/series?point=none",
        "400, /api/v1/series?level=NONE",
        "400, /api/v1/warnings?open=maybe",
        "400, /api/v1/warnings?kind=NOISE",
        "400, /api/v1/warnings?limit=0",
        "400, /api/v1/warnings?from=yesterday",
        "400, /api/v1/series/course.attendance/c1/revisions",
        "400, /api/v1/assessments/2026/export?format=pdf",
        "403, /api/v1/series?level=STUDENT",
        "403, /api/v1/series?subject=t1",
        "403, /api/v1/series/student.credits/s1",
        "403, /api/v1/series/student.credits/s1/readings",
        "403, /api/v1/series/student.credits/s1/revisions?at=2026-11-16",
        "403, /api/v1/catalogue/subjects?level=TEACHER",
        "403, /api/v1/warnings?subject=s1",
        "403, /api/v1/assessments/2026/departments/d6/goals/g-score-6/subjects",
        "403, /api/v1/assessments/2026/departments/d6/goals/g-score-6/subjects/t1/readings"
    })
    void refusalsHaveOneShape(int status, String path) {
        HttpResponse<String> answer = calls.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertObeys("Error", answer.body());
        assertThat(Calls.json(answer).at("/error/message").asText()).matches(".*\\p{IsHan}.*");
    }

    @Test
    void aWrongMethodIsNotAnUnknownPath() {
        HttpResponse<String> answer = calls.send("DELETE", "/api/v1/bands");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertObeys("Error", answer.body());
    }

    @Test
    void aNewComputationOfTheSameDataHasTheSameDigest() {
        String before = calls.json("/api/v1/assessments/2026").path("digest").asText();
        HttpResponse<String> again = calls.post("/api/v1/assessments/2026", "");
        assertObeys("CollegeAssessment", again.body());
        assertThat(Calls.json(again).path("digest").asText()).isEqualTo(before);
        assertThat(calls.post("/api/v1/assessments/1999", "").statusCode()).isEqualTo(404);
    }

    private static void assertObeys(String schema, String body) {
        ObjectNode whole = MAPPER.createObjectNode();
        whole.put("$ref", "#/components/schemas/" + schema);
        whole.set("components", contract.path("components"));
        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON);
        assertThat(errors).as(schema).isEmpty();
    }
}
