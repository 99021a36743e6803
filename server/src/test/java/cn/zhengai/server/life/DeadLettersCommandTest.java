package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.MessageLog.Assignment;
import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.broker.ClusterPlan;
import cn.zhengai.messaging.broker.KraftBroker;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.rejected.RejectionMeter;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.messaging.kafka.wire.Admission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhengai dead-letters} beside a real broker. */
class DeadLettersCommandTest {
    private static final String SOUND = "{\"point\":\"p\",\"subject\":\"s\",\"at\":1,\"value\":7}";

    /** Knows every point but {@code unknown}. */
    private static final Admission SOME = new Admission() {
        @Override
        public OptionalInt scale(String point) {
            return OptionalInt.of(1);
        }

        @Override
        public Optional<Reason> refusal(BatchHead head, Reading reading) {
            return reading.series().point().equals("unknown") ? Optional.of(Reason.UNKNOWN_POINT) : Optional.empty();
        }
    };

    @TempDir
    Path home;

    private ClusterPlan plan = ClusterPlan.of(1, Path.of("unused"));
    private KraftBroker broker;
    private int groups;

    @BeforeEach
    void start() {
        plan = ClusterPlan.of(1, home.resolve("broker"));
        broker = KraftBroker.start(plan, plan.nodes().get(0));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void lettersAreListedShownAndDrivenAgain() throws IOException {
        KafkaLog log = log();
        write("nonsense", SOUND.replace("\"p\"", "\"unknown\""), SOUND);
        assertThat(readings(log, 3)).isEqualTo(1);

        assertThat(run("list").text())
                .contains("质控点未在目录中登记（UNKNOWN_POINT）\t1", "共 2 条", "zhengai.readings-0@0\t这一行无法读取");
        assertThat(run("list", "--reason", "UNKNOWN_POINT").text())
                .contains("zhengai.readings-0@1\t")
                .doesNotContain("@0\t");
        assertThat(run("show", "zhengai.readings-0@0").text()).contains("值      nonsense", "键      k", "重写    0 次");
        Path mended = Files.writeString(home.resolve("better.json"), SOUND.replace("7", "8"));
        assertThat(run("redrive", "zhengai.readings-0@0", "--value", mended.toString())
                        .text())
                .contains("已重写 1 条");
        assertThat(run("redrive", "--all").text()).contains("已重写 1 条");
        assertThat(run("list").text()).contains("没有待处理的死信");
        assertThat(readings(log, 5)).as("the sound one and the mended one").isEqualTo(2);
        assertThat(run("list").text()).as("what is still none came back").contains("已重写 1 次");
        log.close();
    }

    @Test
    void lettersAreExportedAsATable() throws IOException {
        try (KafkaLog log = log()) {
            write("say \"hello\",\u0001 world");
            readings(log, 1);
        }
        Path csv = home.resolve("letters.csv");
        Path book = home.resolve("letters.xlsx");

        assertThat(run("list", "--out", csv.toString()).text()).contains("已导出 1 条");
        assertThat(run("list", "--out", book.toString()).exit()).isZero();

        assertThat(Files.readString(csv))
                .startsWith("\ufeff出处,原因,")
                .contains("zhengai.readings-0@0,", "\"say \"\"hello\"\",");
        try (ZipFile zip = new ZipFile(book.toFile());
                InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry("xl/sharedStrings.xml")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("zhengai.readings-0@0", "say &quot;hello&quot;");
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        assertThat(run("list").refused(1, "没有主题 zhengai.readings").exit()).isEqualTo(1);
        log().close();
        run("show", "zhengai.readings-0@9").refused(9, "没有出处是");
        run("redrive").refused(2, "三者之一");
        run("redrive", "--all", "--value", "x").refused(2, "只用于一条");
        Ran.command(home, "dead-letters", "list", "--data", home.resolve("none").toString())
                .refused(4, "没有说明 Kafka 在哪里", "distributed.kafka");
    }

    private Ran run(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--kafka", plan.bootstrap()));
        return Ran.command(home, all.toArray(String[]::new));
    }

    private KafkaLog log() {
        return KafkaLog.open(
                Connection.to(plan.bootstrap()),
                TopicPlan.standard(1, 1),
                new KafkaLog.Reading(new SeriesIndex(), SOME, RejectionMeter.UNCOUNTED));
    }

    private void write(String... values) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", plan.bootstrap(),
                "key.serializer", StringSerializer.class,
                "value.serializer", StringSerializer.class);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
            for (String value : values) {
                var unused = producer.send(new ProducerRecord<>("zhengai.readings", 0, "k", value));
            }
        }
    }

    /** How many readings stand among so many records. */
    private int readings(MessageLog log, long records) {
        int readings = 0;
        long at = 0;
        try (Subscription member = log.subscribe("group-" + groups++, new FromTheBeginning())) {
            while (at < records) {
                MessageLog.Delivery some = member.poll(100, Duration.ofSeconds(1));
                at = some.upTo();
                readings += some.readings().size();
            }
        }
        return readings;
    }

    private static final class FromTheBeginning implements Assignment {
        @Override
        public long assigned(int partition) {
            return 0;
        }

        @Override
        public void revoked(int partition) {
            // keeps nothing
        }
    }
}
