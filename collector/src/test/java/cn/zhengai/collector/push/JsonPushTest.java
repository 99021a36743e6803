package cn.zhengai.collector.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPushTest {
    private static final String GOOD =
            "{\"point\":\"course.score\",\"subject\":\"math-1\",\"at\":\"2026-09-01T08:00:00+08:00\",\"value\":96.5}";
    private static final String RATIO = "{\"point\":\"course.attendance\",\"subject\":\"高数\",\"at\":\"2026-09-01\","
            + "\"numerator\":2,\"denominator\":3,\"unit\":\"%\",\"revision\":7}";

    private final Rig rig = new Rig();
    private final PushDesk desk = desk(PushDesk.DEFAULT_LIMIT);

    private PushDesk desk(int limit) {
        return new PushDesk(rig.desk, new Gate(4, 64 << 20), limit, rig.time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + GOOD + "]",
                "{\"readings\":[" + GOOD + "]}",
                GOOD,
                "{\"a\":[1],\"readings\":[" + GOOD + "],\"b\":{}}"
            })
    void aListAWrappedListOrOneObject(String body) throws Exception {
        PushAnswer answer = desk.push(Requests.json(body));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(tree(answer).get("results").toString()).isEqualTo("[{\"row\":1,\"status\":\"accepted\"}]");
        Reading reading = rig.only();
        assertThat(reading.series().key()).isEqualTo("course.score/math-1");
        assertThat(reading.at()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z").toEpochMilli());
        assertThat(reading.position()).isEqualTo(Micros.position(96_500_000, false));
        assertThat(rig.logged().get(0).head().id())
                .isEqualTo(tree(answer).get("batch").asText());
        assertThat(rig.logged().get(0).head().source()).isEqualTo("lms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void anotherEncodingOfJson(String charset) throws Exception {
        byte[] document = ("[" + GOOD + "," + GOOD.replace("96.5", "null") + ",7]").getBytes(Charset.forName(charset));
        PushAnswer refused = desk.push(Requests.bytes("lms", Format.JSON, Optional.empty(), document));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("UTF-8");

        byte[] lines = (GOOD + "\n" + GOOD.replace("96.5", "null")).getBytes(Charset.forName(charset));
        PushAnswer rejected = desk.push(Requests.bytes("lms", Format.NDJSON, Optional.empty(), lines));
        assertThat(rejected.status()).isEqualTo(422);
        assertThat(tree(rejected).findValuesAsText("reason")).containsOnly(Reason.BAD_ENCODING.name());
        assertThat(rig.logged()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "old-3, 2025-12-31, ",
        "old-3, 2026-01-01, 存续到 2025-12-31 为止，时间 2026-01-01 00:00 不在其中。它由“new-3”承接",
        "old-3, 2023-12-31, 自 2024-01-01 起才设立",
        "new-3, 2026-01-01, ",
        "new-3, 2025-12-31, 自 2026-01-01 起才设立"
    })
    void onlyWhatASubjectSaysInItsLife(String subject, String day, @Nullable String says) {
        String row = GOOD.replace("math-1", subject).replace("2026-09-01T08:00:00+08:00", day);
        PushAnswer answer = desk.push(Requests.json("[" + row + "," + row + "]"));
        assertThat(answer.status()).isEqualTo(says == null ? 200 : 422);
        assertThat(answer.body()).contains(says == null ? "accepted" : Reason.NOT_ALIVE.name());
        assertThat(answer.body()).contains(says == null ? "" : says);
    }

    @Test
    void aQuotientByAliasWithUnitAndRevision() {
        assertThat(desk.push(Requests.json(RATIO)).status()).isEqualTo(200);
        Reading reading = rig.only();
        assertThat(reading.series().key()).isEqualTo("course.attendance/math-1");
        assertThat(reading.numerator()).isEqualTo(2_000_000);
        assertThat(reading.denominator()).isEqualTo(3_000_000);
        assertThat(reading.position()).isEqualTo(Micros.position(66_666_666, true));
        assertThat(reading.revision()).isEqualTo(7);
        assertThat(reading.at()).isEqualTo(Instant.parse("2026-08-31T16:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':NaN} | NOT_FINITE",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':-Infinity} | NOT_FINITE",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':'inf'} | NOT_FINITE",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01T12:11:00','value':1} | IN_FUTURE",
                "{'point':'course.score','subject':'math-1','at':'1999-12-31','value':1} | BAD_INSTANT",
                "{'point':'course.score','subject':'math-1','at':'2026-02-30','value':1} | BAD_INSTANT",
                "{'point':'course.score','subject':'math-1','at':'yesterday','value':1} | BAD_INSTANT",
                "{'point':'course.score','subject':'math-1','value':1} | NO_INSTANT",
                "{'point':'course.scor','subject':'math-1','at':'2026-09-01','value':1} | UNKNOWN_POINT",
                "{'subject':'math-1','at':'2026-09-01','value':1} | NO_POINT",
                "{'point':'course.score','subject':'math-l','at':'2026-09-01','value':1} | UNKNOWN_SUBJECT",
                "{'point':'course.score','subject':' ','at':'2026-09-01','value':1} | NO_SUBJECT",
                "{'point':'course.score','subject':'t-001','at':'2026-09-01','value':1} | NOT_APPLICABLE",
                "{'point':'course.common','subject':'nursing-2','at':'2026-09-01','value':1} | NOT_APPLICABLE",
                "{'point':'course.private','subject':'math-1','at':'2026-09-01','value':1} | POINT_SWITCHED_OFF",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':1,'unit':'分'} | WRONG_UNIT",
                "{'point':'course.hours','subject':'math-1','at':'2026-09-01','value':'96%'} | WRONG_UNIT",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':112} | IMPLAUSIBLE",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':'112 %'} | IMPLAUSIBLE",
                "{'point':'course.attendance','subject':'math-1','at':'2026-09-01','numerator':112,'denominator':100} | IMPLAUSIBLE",
                "{'point':'course.attendance','subject':'math-1','at':'2026-09-01','value':96} | NO_DENOMINATOR",
                "{'point':'course.attendance','subject':'math-1','at':'2026-09-01','numerator':96} | NO_DENOMINATOR",
                "{'point':'course.attendance','subject':'math-1','at':'2026-09-01','numerator':0,'denominator':0} | BAD_DENOMINATOR",
                "{'point':'course.hours','subject':'math-1','at':'2026-09-01','numerator':1,'denominator':2} | NO_VALUE",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01'} | NO_VALUE",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':null} | NO_VALUE",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':'缺考'} | NOT_A_NUMBER",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':'1,234'} | NOT_A_NUMBER",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':'９６'} | NOT_A_NUMBER",
                "{'point':'course.leader','subject':'math-1','at':'2026-09-01','value':'也许'} | NOT_A_NUMBER",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':96.1234567} | TOO_FINE",
                "{'point':'course.hours','subject':'math-1','at':'2026-09-01','value':1e300} | TOO_LARGE",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':1,'revision':'v2'} | BAD_REVISION",
                "{'point':'course.score','subject':'math-1','at':'2026-09-01','value':[1]} | UNREADABLE_ROW",
                "42 | UNREADABLE_ROW"
            })
    void badRowsAreRejectionsWithTheirReason(String quoted, Reason reason) throws Exception {
        String row = quoted.replace('\'', '"');
        PushAnswer answer = desk.push(Requests.json("[" + GOOD + "," + row + "]"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(tree(answer).get("accepted").asInt()).isEqualTo(1);
        JsonNode second = tree(answer).get("results").get(1);
        assertThat(second.get("reason").asText()).isEqualTo(reason.name());
        assertThat(second.get("row").asInt()).isEqualTo(2);
        assertThat(rig.rejections()).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(reason);
            assertThat(r.raw()).isEqualTo(row);
            assertThat(r.detail()).matches(".*\\p{IsHan}.*。");
        });
        assertThat(desk.push(Requests.json("[" + row + "]")).status()).isEqualTo(422);
    }

    @Test
    void aNearNameIsSuggested() throws Exception {
        String body = GOOD.replace("course.score", "course.scroe");
        assertThat(tree(desk.push(Requests.json(body)))
                        .get("results")
                        .get(0)
                        .get("message")
                        .asText())
                .contains("course.scroe")
                .contains("是否应为“course.score”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "[{\"point\":\"course.score\"", "{\"readings\":[}", "[1,]", "null", "\"x\"", GOOD + GOOD
            })
    void ofAMalformedDocumentNothingIsTaken(String body) {
        PushAnswer answer = desk.push(Requests.json(body));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid\"").matches(".*\\p{IsHan}.*");
        assertThat(rig.logged()).isEmpty();
    }

    @Test
    void aTruncatedDocumentNamesThePlace() {
        String body = "[" + GOOD + ",\n" + GOOD.substring(0, 30);
        assertThat(desk.push(Requests.json(body)).body())
                .contains("第 2 行第 31 列")
                .contains("不完整");
        assertThat(rig.logged()).isEmpty();
    }

    @Test
    void textThatIsNotUtf8IsMalformed() {
        byte[] body = RATIO.getBytes(Charset.forName("GB18030"));
        PushAnswer answer = desk.push(Requests.bytes("lms", Format.JSON, Optional.empty(), body));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(rig.logged()).isEmpty();
    }

    @Test
    void ofLinesABadOneIsARejection() throws Exception {
        String body = GOOD + "\r\n\n{\"point\":\n[1]\n" + GOOD.replace("08:00", "09:00") + GOOD + "\n" + RATIO;
        PushAnswer answer = desk.push(Requests.ndjson(body));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(tree(answer).get("accepted").asInt()).isEqualTo(2);
        assertThat(rig.rejections())
                .extracting(r -> r.row() + " " + r.reason())
                .containsExactly("3 UNREADABLE_ROW", "4 UNREADABLE_ROW", "5 UNREADABLE_ROW");
        assertThat(rig.rejections().get(0).raw()).isEqualTo("{\"point\":");
    }

    @Test
    void aLineInAnotherEncodingIsToldSo() {
        byte[] bad = RATIO.getBytes(Charset.forName("GB18030"));
        byte[] good = ("\n" + RATIO).getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(bad, bad.length + good.length);
        System.arraycopy(good, 0, body, bad.length, good.length);
        desk.push(Requests.bytes("lms", Format.NDJSON, Optional.empty(), body));
        assertThat(rig.rejections()).extracting(r -> r.reason()).containsExactly(Reason.BAD_ENCODING);
        assertThat(rig.only().series().subject()).isEqualTo("math-1");
    }

    @Test
    void gzipIsUnpackedAndDamageIsTold() {
        byte[] packed = Requests.pack(GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(desk.push(Requests.gzip(Format.JSON, packed)).status()).isEqualTo(200);
        assertThat(desk.push(Requests.gzip(Format.JSON, Arrays.copyOf(packed, packed.length - 9)))
                        .status())
                .isEqualTo(400);
        assertThat(desk.push(Requests.gzip(Format.JSON, GOOD.getBytes(StandardCharsets.UTF_8)))
                        .status())
                .isEqualTo(400);
        assertThat(rig.logged()).hasSize(1);
    }

    @Test
    void tooMuchIsRefusedAlsoWhenPacked() {
        byte[] spaces = new byte[(1 << 20) + 1];
        Arrays.fill(spaces, (byte) ' ');
        PushDesk small = desk(1 << 20);
        assertThat(small.push(Requests.bytes("lms", Format.JSON, Optional.empty(), spaces))
                        .status())
                .isEqualTo(413);
        assertThat(small.push(Requests.gzip(Format.JSON, Requests.pack(spaces))).status())
                .isEqualTo(413);
        assertThat(small.push(Requests.json(GOOD + " ".repeat((1 << 20) - GOOD.length())))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whenBehindTheSenderIsAskedToComeBack() {
        PushDesk busy = new PushDesk(rig.desk, new Gate(4, 1000), PushDesk.DEFAULT_LIMIT, rig.time);
        PushAnswer answer = busy.push(Requests.json(GOOD));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).hasValue(2);
        PushDesk closed = new PushDesk(rig.desk, new Gate(0, 64 << 20), PushDesk.DEFAULT_LIMIT, rig.time);
        assertThat(closed.push(Requests.json(GOOD)).status()).isEqualTo(429);
    }

    @Test
    void passesAreGivenBack() {
        PushDesk one = new PushDesk(rig.desk, new Gate(1, 80_000), PushDesk.DEFAULT_LIMIT, rig.time);
        for (int i = 0; i < 5; i++) {
            assertThat(one.push(Requests.json(i % 2 == 0 ? GOOD : "[")).status())
                    .isEqualTo(i % 2 == 0 ? 200 : 400);
        }
    }

    @ParameterizedTest
    @CsvSource({"DISK_FULL,507", "UNAVAILABLE,503", "CORRUPT,500"})
    void whatTheOutsideFailsAtIsNoYes(Trouble trouble, int status) {
        rig.log.fail(Optional.of(trouble));
        PushRequest request = Requests.of("lms", Format.JSON, Optional.of("k"), GOOD);
        assertThat(desk.push(request).status()).isEqualTo(status);
        assertThat(rig.intake.sources()).isEmpty();
        rig.log.fail(Optional.empty());
        assertThat(desk.push(Requests.of("lms", Format.JSON, Optional.of("k"), GOOD))
                        .status())
                .isEqualTo(200);
        assertThat(rig.logged()).hasSize(1);
    }

    @Test
    void theSameKeyGetsTheSameAnswer() throws Exception {
        String body = "[" + GOOD + ",{}]";
        PushAnswer first = desk.push(Requests.of("lms", Format.JSON, Optional.of("k1"), body));
        PushAnswer again = desk.push(Requests.of("lms", Format.JSON, Optional.of("k1"), body));
        assertThat(again).isEqualTo(first);
        assertThat(rig.log.sizes()).containsExactly(1);
        assertThat(rig.rejections()).hasSize(1);
        PushAnswer other = desk.push(Requests.of("lms", Format.JSON, Optional.of("k1"), "[" + GOOD + "]"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("Idempotency-Key");
        PushAnswer otherSource = desk.push(Requests.of("office", Format.JSON, Optional.of("k1"), RATIO));
        assertThat(otherSource.status()).isEqualTo(200);
        assertThat(tree(otherSource).get("batch")).isNotEqualTo(tree(first).get("batch"));
    }

    @Test
    void theSameKeyWhileTheFirstIsInHandIsAskedToComeBack() {
        List<PushAnswer> meanwhile = new ArrayList<>();
        rig.log.before(() -> meanwhile.add(desk.push(Requests.of("lms", Format.JSON, Optional.of("k"), GOOD))));
        assertThat(desk.push(Requests.of("lms", Format.JSON, Optional.of("k"), GOOD))
                        .status())
                .isEqualTo(200);
        assertThat(meanwhile).extracting(PushAnswer::status).containsExactly(409);
        assertThat(rig.log.sizes()).containsExactly(1);
    }

    @Test
    void aSourceSpeaksAboutItsOwnPointsOnlyAndRoundsWhenItDeclaresSo() {
        desk.push(Requests.of("office", Format.JSON, Optional.empty(), GOOD));
        assertThat(rig.rejections()).extracting(r -> r.reason()).containsExactly(Reason.FORBIDDEN_POINT);
        desk.push(Requests.of("office", Format.JSON, Optional.empty(), RATIO.replace(":2,", ":2.005,")));
        assertThat(rig.only().numerator()).isEqualTo(2_000_000);
    }

    @Test
    void ofVeryManyRowsTheRejectedOnesAreListed() throws Exception {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 70_000; i++) {
            body.append(i == 69_000 ? "{}" : GOOD).append('\n');
        }
        JsonNode answer = tree(desk.push(Requests.ndjson(body.toString())));
        assertThat(answer.get("accepted").asInt()).isEqualTo(69_999);
        assertThat(answer.get("listed").asText()).isEqualTo("rejected");
        assertThat(answer.get("results")).hasSize(1);
        assertThat(answer.get("results").get(0).get("row").asInt()).isEqualTo(69_001);
        assertThat(rig.log.sizes()).containsExactly(40_000, 29_999);
    }

    @Test
    void historyIsMarked() {
        PushRequest live = Requests.json(GOOD);
        desk.push(new PushRequest("lms", Format.JSON, Optional.empty(), "", true, false, live.body()));
        assertThat(rig.logged().get(0).head().history()).isTrue();
    }

    private static JsonNode tree(PushAnswer answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
