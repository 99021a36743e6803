package cn.zhengai.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengai.console.board.WatchedReadings;
import cn.zhengai.console.sample.SampleCollege;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see: ready or not, metrics, a port that is taken. */
class ProcessTest {
    @TempDir
    Path folder;

    @Test
    void readyOnceTheReasonIsGone() {
        SampleCollege college = SampleCollege.silent(folder);
        college.notReady.set(Optional.of("预警计算正在追赶：还差 12 条"));
        try (Console console = college.start(0, false)) {
            Calls calls = new Calls(console.port());
            assertThat(calls.get("/ready").statusCode()).isEqualTo(503);
            assertThat(calls.json("/ready").path("message").asText()).isEqualTo("预警计算正在追赶：还差 12 条");
            assertThat(calls.get("/health").statusCode()).isEqualTo(200);
            college.notReady.set(Optional.empty());
            assertThat(calls.get("/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whileTheStoreIsAwayPeopleAndProgramsAreToldSo() {
        SampleCollege college = SampleCollege.full(folder);
        WatchedReadings readings = new WatchedReadings(college.readings);
        try (Console console = college.start(0, false, readings)) {
            readings.goAway();
            Calls calls = new Calls(console.port());
            assertThat(calls.get("/").statusCode()).isEqualTo(503);
            assertThat(calls.get("/").body()).contains("服务暂时不可用", "回到总览");
            var answer = calls.get("/api/v1/bands");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Calls.json(answer).at("/error/code").asText()).isEqualTo("UNAVAILABLE");
            assertThat(calls.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void schemasAreServedByName() {
        try (Console console = SampleCollege.silent(folder).start(0, false)) {
            Calls calls = new Calls(console.port());
            var answer = calls.get("/api/v1/schemas/reading.json");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/schema+json");
            assertThat(answer.body()).contains("采集值");
            assertThat(calls.get("/api/v1/schemas/reading").statusCode()).isEqualTo(404);
            assertThat(calls.get("/api/v1/schemas/none.json").body()).contains("没有规范 none.json", "reading");
        }
    }

    @Test
    void requestsAreTimedByRouteAndNotByAddress() {
        try (Console console = SampleCollege.silent(folder).start(0, false)) {
            Calls calls = new Calls(console.port());
            calls.get("/api/v1/warnings/a");
            calls.get("/api/v1/warnings/b");
            calls.get("/nothing/at/all");
            String metrics = calls.get("/metrics").body();
            assertThat(metrics)
                    .contains(
                            "zhengai_http_requests_seconds_count{method=\"GET\",route=\"/api/v1/warnings/{id}\",status=\"404\"} 2")
                    .contains("route=\"other\",status=\"404\"} 1")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain("warnings/a");
        }
    }

    @Test
    void aTakenPortIsNamed() {
        SampleCollege college = SampleCollege.silent(folder);
        try (Console console = college.start(0, false)) {
            assertThatExceptionOfType(PortException.class)
                    .isThrownBy(() -> college.start(console.port(), false))
                    .satisfies(e -> assertThat(e.trouble()).isEqualTo(Trouble.IN_USE))
                    .withMessageContaining("端口 " + console.port() + " 已被其他程序占用");
        }
    }
}
