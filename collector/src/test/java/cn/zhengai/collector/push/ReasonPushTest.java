package cn.zhengai.collector.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.rejection.DeskRefused;
import cn.zhengai.collector.rejection.RejectionDesk;
import cn.zhengai.collector.rejection.Words;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why values are sent: said by the row, else by the request, else by the mapping; kept with the readings. */
class ReasonPushTest {
    private final Rig rig = new Rig();
    private final PushDesk desk = new PushDesk(rig.desk, new Gate(4, 64 << 20), PushDesk.DEFAULT_LIMIT, rig.time);

    private static String row(int day, double value, String reason) {
        return "{\"point\":\"course.score\",\"subject\":\"math-1\",\"at\":\"2026-03-0" + day + "\",\"value\":" + value
                + (reason.isEmpty() ? "" : ",\"reason\":\"" + reason + "\"") + "}";
    }

    private PushAnswer push(String body, Optional<String> reason) {
        return push(Format.JSON, body, reason);
    }

    private PushAnswer push(Format format, String body, Optional<String> reason) {
        return desk.push(new PushRequest(
                "lms",
                format,
                Optional.empty(),
                "s",
                false,
                reason,
                false,
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    private List<String> reasons() {
        return rig.logged().stream()
                .map(logged -> logged.head().reason().orElse("-"))
                .toList();
    }

    @Test
    void theRowsWordStandsBeforeThatOfTheRequest() {
        push("[" + row(1, 90, "缓考") + "," + row(2, 91, "") + "," + row(3, 92, "缓考") + "]", Optional.of("学期末重算"));

        assertThat(reasons()).containsExactly("缓考", "缓考", "学期末重算");
        assertThat(rig.logged()).extracting(logged -> logged.reading().row()).containsExactly(1, 3, 2);
        assertThat(rig.logged())
                .extracting(logged -> logged.head().id())
                .containsOnly(rig.logged().get(0).head().id());
        assertThat(rig.desk
                        .receipt(rig.logged().get(0).head().id())
                        .orElseThrow()
                        .head()
                        .reason())
                .isEmpty();
    }

    @Test
    void withoutAnyReasonThereIsOneBatchAsEver() {
        push("[" + row(1, 90, "") + "," + row(2, 91, "") + "]", Optional.empty());
        assertThat(reasons()).containsExactly("-", "-");
    }

    @Test
    void lineProtocolHasItAsFieldOrTag() {
        push(Format.LINE_PROTOCOL, """
                course.score,subject=math-1 value=90,reason="漏录 一人" 1772323200
                course.score,subject=math-1,reason=重算 value=91 1772409600
                course.score,subject=math-1 value=92 1772496000
                """, Optional.empty());
        assertThat(reasons()).containsExactly("漏录 一人", "重算", "-");
    }

    @Test
    void itIsKeptAsOneLineAndWhatIsCutIsCounted() {
        push("[" + row(1, 90, "\\t补考\\u200b\\u202e\\n  成绩 ") + "]", Optional.empty());
        push("[" + row(2, 90, "长".repeat(600)) + "]", Optional.empty());
        push("[" + row(3, 90, "  ") + "]", Optional.of(" \n "));

        assertThat(reasons().get(0)).isEqualTo("补考 成绩");
        assertThat(reasons().get(1)).hasSize(BatchHead.LONGEST_REASON).endsWith("长…");
        assertThat(reasons().get(2)).isEqualTo("-");
    }

    @Test
    void aRequestWithTooLongAReasonIsRefusedWhole() {
        PushAnswer answer = push("[" + row(1, 90, "") + "]", Optional.of("长".repeat(501)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("X-Reason", "500");
        assertThat(rig.logged()).isEmpty();
    }

    @Test
    void aRevisionAndWhatItReplacedEachKeepTheirReason() {
        push("[" + row(1, 90, "") + "]", Optional.empty());
        push("[" + row(1, 95, "补考成绩已录入") + "]", Optional.empty());
        assertThat(rig.readings.revisions(rig.logged().get(0).reading().series(), at(1)))
                .extracting(logged -> logged.head().reason().orElse("-"))
                .containsExactly("-", "补考成绩已录入");
    }

    @Test
    void aRowSentAgainSaysWhoAndWhy() throws DeskRefused {
        push("[" + row(1, 900, "缓考") + "]", Optional.empty());
        RejectionDesk rejections = new RejectionDesk(rig.desk, rig.log, rig.intake, rig.time);

        rejections.repair(rig.kept().get(0).id(), Map.of("value", "90"), Words.of("王芳", "核对原表"));

        assertThat(reasons()).containsExactly("补报（王芳）：核对原表；缓考");
    }

    /** Several values of one instant in one request, each for a reason of its own: the last row is in force, always. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theLastRowOfAnInstantIsInForceWhateverTheReasons(long seed) {
        Random random = new Random(seed);
        Map<Long, Double> last = new TreeMap<>();
        StringBuilder body = new StringBuilder();
        Map<Long, String> why = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            int day = 1 + random.nextInt(9);
            double value = i * 0.25;
            String reason = List.of("", "甲", "乙", "丙").get(random.nextInt(4));
            last.put(at(day), value);
            body.append(row(day, value, reason)).append('\n');
            why.put((long) i + 1, reason.isEmpty() ? "-" : reason);
        }
        push(Format.NDJSON, body.toString(), Optional.empty());

        assertThat(rig.logged())
                .hasSize(200)
                .allSatisfy(logged -> assertThat(logged.head().reason().orElse("-"))
                        .isEqualTo(why.get((long) logged.reading().row())));
        Map<Long, Double> inForce = new TreeMap<>();
        rig.readings
                .read(rig.logged().get(0).reading().series(), Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW)
                .forEach(logged -> inForce.put(logged.reading().at(), value(logged)));
        assertThat(inForce).isEqualTo(last);
    }

    private static double value(Logged logged) {
        return logged.reading().position() / 2_000_000.0;
    }

    private static long at(int day) {
        return Instant.parse("2026-03-0" + day + "T00:00:00+08:00").toEpochMilli();
    }
}
