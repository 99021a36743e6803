package cn.zhengai.collector.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.reading.KeptRow;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePushTest {
    private static final long MORNING = Instant.parse("2026-09-01T00:00:00Z").toEpochMilli();

    private final Rig rig = new Rig();
    private final PushDesk desk = new PushDesk(rig.desk, new Gate(4, 64 << 20), PushDesk.DEFAULT_LIMIT, rig.time);

    @Test
    void measurementSubjectAndValue() {
        PushAnswer answer = desk.push(Requests.lines("course.score,subject=math-1 value=96.5 " + MORNING + "000000\n"
                + "course.attendance,subject=高数 numerator=29i,denominator=30i " + MORNING + "000001\n"
                + "# a comment\n"
                + "course.leader,subject=math-1 value=true"));
        assertThat(answer).isEqualTo(new PushAnswer(204, "", "", OptionalInt.empty()));
        List<Logged> logged = rig.logged();
        assertThat(logged)
                .extracting(l -> l.reading().series().key())
                .containsExactly("course.score/math-1", "course.attendance/math-1", "course.leader/math-1");
        assertThat(logged).extracting(l -> l.reading().row()).containsExactly(1, 2, 4);
        assertThat(logged.get(1).reading().at()).isEqualTo(MORNING);
        assertThat(logged.get(1).reading().denominator()).isEqualTo(30_000_000);
        assertThat(logged.get(2).reading().at())
                .as("the time of receipt")
                .isEqualTo(rig.time.instant().toEpochMilli());
        assertThat(logged.get(2).reading().position()).isEqualTo(2_000_000);
    }

    @ParameterizedTest
    @CsvSource({"ns,000000", "'',000000", "n,000000", "us,000", "u,000", "ms,''"})
    void precisions(String precision, String zeros) {
        assertThat(push(precision, MORNING + zeros).status()).isEqualTo(204);
        assertThat(rig.only().at()).isEqualTo(MORNING);
    }

    @ParameterizedTest
    @CsvSource({"s,1000", "m,60000", "h,3600000"})
    void coarsePrecisions(String precision, long millis) {
        assertThat(push(precision, Long.toString(MORNING / millis)).status()).isEqualTo(204);
        assertThat(rig.only().at()).isEqualTo(MORNING);
    }

    @Test
    void anUnknownPrecisionIsRefused() {
        assertThat(push("day", "1").status()).isEqualTo(400);
    }

    private PushAnswer push(String precision, String timestamp) {
        byte[] body = ("course.score,subject=math-1 value=1 " + timestamp).getBytes(StandardCharsets.UTF_8);
        return desk.push(new PushRequest(
                "lms",
                Format.LINE_PROTOCOL,
                Optional.empty(),
                precision,
                false,
                false,
                new ByteArrayInputStream(body)));
    }

    @Test
    void goodLinesAreTakenAndBadOnesNamed() {
        PushAnswer answer = desk.push(Requests.lines("""
            course.score,subject=math-1 value=96.5
            course.score,subject=math-1
            course.score,subject=math-1 value=NaN
            course.nothing,subject=math-1 value=1
            course.score,subject=nursing-2 value="open
            course.score,subject=nursing-2 value=95
            """));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"code\":\"invalid\",\"message\":\"partial write: 接收 2 条，拒收 4 条")
                .contains("第 2 行 UNREADABLE_ROW")
                .contains("第 3 行 NOT_FINITE")
                .contains("第 4 行 UNKNOWN_POINT")
                .contains("第 5 行 UNREADABLE_ROW")
                .contains("dropped=4");
        assertThat(rig.logged()).hasSize(2);
        assertThat(rig.rejections().get(0).raw()).isEqualTo("course.score,subject=math-1");
    }

    @Test
    void theOldEndpointAnswersInItsOwnWay() {
        PushAnswer answer =
                desk.push(Requests.of("lms", Format.LINE_PROTOCOL_V1, Optional.empty(), "course.score value=1"));
        assertThat(answer.body()).startsWith("{\"error\":\"partial write: ");
    }

    @Test
    void aDeclaredMappingReadsTagsAndFieldsByName() {
        SourceMapping telegraf = new SourceMapping(
                "telegraf",
                "机房",
                Optional.empty(),
                Set.of(),
                true,
                Optional.of(1),
                "{course}",
                new SourceMapping.Time("_time", "epoch-ns"),
                List.of(new SourceMapping.Measure(
                        "course.{_measurement}",
                        Optional.of("usage"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        rig.catalogue = SmallCollege.catalogue(telegraf);
        String line = "score,host=a,course=math-1 usage=33.37,idle=1 " + MORNING + "000000";
        assertThat(desk.push(Requests.of("telegraf", Format.LINE_PROTOCOL, Optional.empty(), line))
                        .status())
                .isEqualTo(204);
        assertThat(rig.only().position()).isEqualTo(2 * 33_400_000L);
        assertThat(rig.logged().get(0).head().history()).isTrue();
    }

    @Test
    void aLineOfManyKilobytesIsTooLong() {
        desk.push(Requests.lines("course.score,subject=math-1 value=1,note=\"" + "x".repeat(70_000) + "\""));
        assertThat(rig.rejections()).extracting(r -> r.reason()).containsExactly(Reason.ROW_TOO_LONG);
        assertThat(rig.rejections().get(0).raw()).hasSize(KeptRow.LONGEST);
    }
}
