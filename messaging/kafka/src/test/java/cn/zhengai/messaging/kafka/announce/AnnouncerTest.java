package cn.zhengai.messaging.kafka.announce;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.messaging.kafka.KafkaOnTest;
import cn.zhengai.messaging.kafka.OneBroker;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.time.SettableTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneBroker.class)
class AnnouncerTest {
    private static final String PAGES = "https://zhengai.example.edu.cn/";

    @TempDir
    Path folder;

    private final WarningLedger ledger = new MemoryLedger().warnings();
    private final SettableTime time = new SettableTime(Happened.DAY);
    private TopicPlan plan;
    private KafkaLog log;

    @BeforeEach
    void open() {
        plan = KafkaOnTest.plan(folder, 1);
        log = KafkaLog.open(connection(), plan, KafkaOnTest.reading(new SeriesIndex()));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aFactSaysWhatHappenedToWhomAndWhereToLook() {
        Warning raised =
                Happened.warning("a1", WarningKind.THRESHOLD, SmallCollege.COURSE_POINT, "gdsx", Warning.Status.OPEN);
        Happened.keep(ledger, "warner", List.of(Happened.fact(Step.RAISED, raised)));

        assertThat(announcer().runOnce()).isTrue();
        assertThat(announcer().runOnce()).isFalse();

        assertThat(announced().texts()).containsExactly("""
                {"number":1,"step":"RAISED","knownAt":"2026-09-01T02:30:00Z","tell":true,"warning":"a1",\
                "kind":"THRESHOLD","severity":"ORANGE","status":"OPEN","firstAt":"2026-09-01T00:00:00Z",\
                "raisedAt":"2026-09-01T01:00:00Z","acknowledged":false,"point":"course.score",\
                "pointName":"名称 course.score","level":"COURSE","unit":"分","subject":"gdsx","subjectName":"高等数学",\
                "value":"66.666666","link":"https://zhengai.example.edu.cn/warnings/a1"}""");
        announced().demandAll(1);
    }

    @Test
    void ofPersonsNeitherNameNorNumberNorValueIsSaid() {
        Warning ofStudent = Happened.warning(
                "b2", WarningKind.THRESHOLD, SmallCollege.STUDENT_POINT, SmallCollege.STUDENT, Warning.Status.CLEARED);
        Warning ofUnknown =
                Happened.warning("c3", WarningKind.THRESHOLD, "gone.point", "gone-subject", Warning.Status.OPEN);
        Happened.keep(
                ledger,
                "warner",
                List.of(
                        Happened.fact(Step.RAISED, ofStudent),
                        Happened.fact(Step.CLEARED, ofStudent),
                        Happened.fact(Step.RAISED, ofUnknown)));
        ledger.acknowledge("b2", new Warning.Acknowledgement("李老师", Happened.DAY, "已与王小明谈话"));

        announcer().runOnce();

        Announced announced = announced();
        announced.demandAll(4);
        assertThat(String.join("\n", announced.texts()))
                .doesNotContain(
                        SmallCollege.STUDENT,
                        SmallCollege.STUDENT_NAME,
                        "李老师",
                        "谈话",
                        "66.6",
                        "/warnings/",
                        "\"b2\"",
                        "\"c3\"",
                        "gone-subject");
        List<JsonNode> values = announced.values();
        assertThat(values.get(0).get("warning")).isEqualTo(values.get(1).get("warning"));
        assertThat(values.get(3).get("warning")).isEqualTo(values.get(0).get("warning"));
        assertThat(values.get(3).get("acknowledged").asBoolean()).isTrue();
        assertThat(values.get(2).get("warning")).isNotEqualTo(values.get(0).get("warning"));
    }

    @Test
    void whatSpeaksAboutASourceNamesTheSource() {
        Warning whole = Happened.warning("d4", WarningKind.NO_DATA, Warning.WHOLE_SOURCE, "jwxt", Warning.Status.OPEN);
        Warning point = Happened.warning(
                "e5", WarningKind.NO_DATA, SmallCollege.STUDENT_POINT, Warning.ofSource("jwxt"), Warning.Status.OPEN);
        Happened.keep(ledger, "warner", List.of(Happened.fact(Step.RAISED, whole), Happened.fact(Step.RAISED, point)));

        announcer().runOnce();

        Announced announced = announced();
        announced.demandAll(2);
        assertThat(announced.values()).allSatisfy(value -> {
            assertThat(value.get("source").asText()).isEqualTo("jwxt");
            assertThat(value.get("silentSeries").asLong()).isEqualTo(66);
            assertThat(value.has("subject")).isFalse();
        });
        assertThat(announced.values().get(0).has("point")).isFalse();
        assertThat(announced.values().get(1).get("point").asText()).isEqualTo(SmallCollege.STUDENT_POINT);
    }

    @Test
    void severalAtOnceLoseNothingAndKeepTheOrderOfEachWarning() {
        int facts = 3000;
        List<Announcer> announcers =
                IntStream.range(0, 3).mapToObj(i -> announcer()).toList();
        Happened.seeded(ledger, 7, facts);

        announcers.stream()
                .map(announcer -> CompletableFuture.runAsync(() -> untilAllIsSaid(announcer, facts)))
                .toList()
                .forEach(CompletableFuture::join);

        Announced announced = announced();
        announced.demandAll(facts);
        assertThat(announced.records().size())
                .as("who was overtaken stands by, and does not write everything again")
                .isLessThan(2 * facts);
    }

    @Test
    void whoStoodByStepsInWhenTheOtherDoesNotGetOn() {
        Announcer first = announcer();
        AtomicBoolean interrupted = new AtomicBoolean();
        Announcer second = log.announcer(
                () -> {
                    if (!interrupted.getAndSet(true)) {
                        first.runOnce();
                    }
                    return SmallCollege.catalogue();
                },
                ledger,
                PAGES,
                time);
        Happened.seeded(ledger, 1, 3);
        assertThat(second.runOnce()).as("the first was faster").isFalse();

        Happened.seeded(ledger, 2, 3);
        assertThat(second.runOnce()).as("left to the first").isFalse();
        assertThat(ledger.position(Announcer.CONSUMER, 0)).isEqualTo(3);
        time.advance(Duration.ofSeconds(11));
        assertThat(second.runOnce()).as("which does not come").isTrue();
        assertThat(first.runOnce()).isFalse();
    }

    private void untilAllIsSaid(Announcer announcer, int facts) {
        while (ledger.position(Announcer.CONSUMER, 0) < facts) {
            announcer.runOnce();
        }
    }

    private Announcer announcer() {
        return log.announcer(SmallCollege::catalogue, ledger, PAGES, time);
    }

    private Announced announced() {
        return Announced.read(connection(), plan.warnings());
    }

    private static Connection connection() {
        return Connection.to(OneBroker.bootstrap());
    }
}
