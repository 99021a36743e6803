package cn.zhengai.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.collector.follow.FollowDesk;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the records of another system's topic, on a real broker. */
@ExtendWith(OneBroker.class)
class FollowedTopicTest {
    @TempDir
    Path folder;

    private String topic = "";

    @BeforeEach
    void name() {
        topic = folder.getFileName() + ".labs";
    }

    @Test
    void nestedFieldsOfAllPartitionsBecomeReadings() {
        Rig rig = rig(3);
        for (int partition = 0; partition < 3; partition++) {
            rig.write(partition, Rig.changes(100L * partition, 100));
        }

        PullCount count = rig.desk().followNow("labs", false).orElseThrow();

        assertThat(count).isEqualTo(new PullCount(300, 300, 300, 0, true));
        assertThat(rig.taken()).hasSize(300).allSatisfy(logged -> {
            long second = logged.reading().at() / 1000 - 1_772_000_000L;
            assertThat(logged.head().id()).isEqualTo("labs:" + topic + "-" + second / 100 + "@0");
            assertThat(logged.reading().row()).as("says which offset it was").isEqualTo((int) (second % 100) + 1);
        });
        assertThat(rig.desk().followNow("labs", false)).contains(new PullCount(0, 0, 0, 0, true));
    }

    @Test
    void aPoisonRecordIsARejectionThatSaysWhereItStoodAndHoldsNobodyUp() {
        Rig rig = rig(1);
        rig.write(
                0,
                List.of(
                        Rig.change(1, 1, 90),
                        "nonsense",
                        Rig.change(1, 3, "{\"percent\":90}"),
                        "[" + Rig.change(1, 4, 90) + "]",
                        Rig.change(77, 1_772_000_005, 90),
                        "{\"payload\":{\"after\":{\"lab\":\"lab-1\",\"at\":1772000006,\"use\":\"many\"}}}",
                        "{\"x\":\"" + "长".repeat(30_000) + "\"}",
                        Rig.change(1, 1_772_000_008, 91)));
        write(new ProducerRecord<>(topic, 0, null, new byte[] {'{', '"', (byte) 0xC3, '"', '}'}));

        rig.desk().followNow("labs", false);

        assertThat(rig.taken()).extracting(Logged::reading).extracting("row").containsExactly(8);
        List<Kept> kept = rig.rejections();
        assertThat(kept)
                .extracting(one -> one.rejection().row() + " " + one.rejection().reason())
                .containsExactly(
                        "1 BAD_INSTANT",
                        "2 UNREADABLE_ROW",
                        "3 UNREADABLE_ROW",
                        "4 UNREADABLE_ROW",
                        "5 UNKNOWN_SUBJECT",
                        "6 NOT_A_NUMBER",
                        "7 ROW_TOO_LONG",
                        "9 BAD_ENCODING");
        assertThat(kept.get(1).rejection()).satisfies(rejection -> {
            assertThat(rejection.raw()).isEqualTo("nonsense");
            assertThat(rejection.detail()).contains("（消息 " + topic + "-0@1）");
        });
        assertThat(kept.get(2).rejection().detail()).contains("payload.after.use", "单个值");
        assertThat(kept.get(5).rejection().kept().columns())
                .containsEntry("payload.after.use", "many")
                .containsEntry("_topic", topic)
                .containsEntry("_partition", "0")
                .containsEntry("_offset", "5")
                .containsEntry("_key", "k")
                .containsEntry("_time", Long.toString(Rig.START.toEpochMilli()));
    }

    @Test
    void linesOfCellsAndTheTimeOfTheRecordDoToo() {
        Follow follow = Rig.follow(topic, new Follow.Format.Csv(List.of("lab", "use"), ';'));
        Rig rig = new Rig(topic, College.source(follow, "{lab}", Follow.TIME, "use"));
        rig.create(1);
        rig.write(0, List.of("lab-1;95.5", "\"lab-2\";80\r\n", "lab-3", "lab-4;1;2", "lab-5;1\nlab-6;2", "\"lab-7;1"));

        rig.desk().followNow("labs", false);

        assertThat(rig.taken())
                .extracting(logged -> logged.reading().series().subject())
                .containsExactly("lab-1", "lab-2");
        assertThat(rig.taken())
                .allSatisfy(logged -> assertThat(logged.reading().at()).isEqualTo(Rig.START.toEpochMilli()));
        assertThat(rig.rejections())
                .extracting(one -> one.rejection().row() + " " + one.rejection().reason())
                .containsExactly("3 UNREADABLE_ROW", "4 UNREADABLE_ROW", "5 UNREADABLE_ROW", "6 UNREADABLE_ROW");
    }

    @Test
    void aRecordWithoutAValueIsPassedOverAndCounted() {
        Rig rig = rig(1);
        write(new ProducerRecord<>(topic, 0, new byte[] {1}, null));
        rig.write(0, Rig.changes(0, 1));

        assertThat(rig.desk().followNow("labs", false)).contains(new PullCount(2, 2, 1, 0, true));
        assertThat(rig.skipped).containsEntry(Skip.TOMBSTONE, 1L);
    }

    @Test
    void onlyWhatWasCommittedIsTakenAndMarkersAreSteppedOver() {
        Rig rig = rig(1);
        Map<String, Object> settings = Rig.producer();
        settings.put("transactional.id", topic);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(rig.record(0, Rig.change(1, 1_772_000_001, 1)));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            unused = producer.send(rig.record(0, Rig.change(1, 1_772_000_002, 2)));
            producer.commitTransaction();
            producer.beginTransaction();
            unused = producer.send(rig.record(0, Rig.change(1, 1_772_000_003, 3)));
            producer.flush();

            try (FollowDesk desk = rig.desk()) {
                assertThat(desk.runOnce()).isFalse();
                assertThat(rig.taken())
                        .extracting(logged -> logged.reading().row())
                        .containsExactly(3);

                producer.commitTransaction();
                rig.time.advance(Duration.ofSeconds(11));
                assertThat(desk.runOnce()).isFalse();
                assertThat(rig.taken()).hasSize(2);
            }
        }
    }

    @Test
    void whatWasWrittenBeforeTheDayIsNotTaken() {
        Follow all = Rig.follow(topic, new Follow.Format.Json());
        Follow later =
                new Follow(all.access(), topic, all.format(), Optional.of(LocalDate.parse("2026-09-01")), all.every());
        Rig rig = new Rig(topic, College.nested(later));
        rig.create(2);
        long midnight = Rig.START.toEpochMilli() - Duration.ofHours(12).toMillis();
        write(new ProducerRecord<>(topic, 0, midnight - 1, null, bytes(Rig.change(1, 1_772_000_001, 1))));
        write(new ProducerRecord<>(topic, 0, midnight, null, bytes(Rig.change(1, 1_772_000_002, 1))));
        write(new ProducerRecord<>(topic, 1, midnight - 1, null, bytes(Rig.change(1, 1_772_000_003, 1))));

        rig.desk().followNow("labs", false);

        assertThat(rig.taken()).extracting(logged -> logged.reading().at()).containsExactly(1_772_000_002_000L);
    }

    @Test
    void whatWasDeletedBeforeItWasReadIsSaidAndTheRestIsTaken() {
        Rig rig = rig(1);
        rig.write(0, Rig.changes(0, 2));
        rig.desk().followNow("labs", false);
        rig.write(0, Rig.changes(2, 5));
        Rig.admin(admin -> admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(5)))
                .all()
                .get());

        rig.desk().followNow("labs", false);

        assertThat(rig.taken()).hasSize(4);
        assertThat(rig.rejections()).singleElement().satisfies(one -> {
            assertThat(one.rejection().reason()).isEqualTo(Reason.UNREADABLE_ROW);
            assertThat(one.rejection().detail()).contains("位置 2 起的 3 条消息", "retention.ms");
        });
        assertThat(rig.desk().followNow("labs", false)).contains(new PullCount(0, 0, 0, 0, true));
    }

    @Test
    void aTopicMadeAnewIsReadFromItsBeginning() {
        Rig rig = rig(1);
        rig.write(0, Rig.changes(0, 5));
        try (FollowDesk desk = rig.desk()) {
            desk.runOnce();
            Rig.admin(admin -> admin.deleteTopics(List.of(topic)).all().get());
            rig.create(1);
            rig.write(0, Rig.changes(3, 5));
            rig.time.advance(Duration.ofSeconds(11));

            desk.runOnce();

            assertThat(rig.taken()).as("seconds 0 to 7").hasSize(8);
            assertThat(rig.taken().get(7).head().id()).isEqualTo("labs:" + topic + "-0@1.0");
            rig.time.advance(Duration.ofSeconds(11));
            desk.runOnce();
            assertThat(rig.taken()).hasSize(8);
        }
    }

    @Test
    void aTopicThatIsNotThereIsSaidAndWhenItComesItIsRead() {
        Rig rig = new Rig(topic, College.nested(Rig.follow(topic, new Follow.Format.Json())));
        try (FollowDesk desk = rig.desk()) {
            assertThat(desk.runOnce()).isFalse();
            assertThat(desk.standings()).singleElement().satisfies(standing -> {
                assertThat(standing.trouble())
                        .hasValueSatisfying(said -> assertThat(said).contains("没有主题"));
                assertThat(standing.lastCompleteAt()).isEmpty();
            });
            rig.create(1);
            rig.write(0, Rig.changes(0, 3));
            rig.time.advance(Duration.ofSeconds(10));

            desk.runOnce();

            assertThat(rig.taken()).hasSize(3);
            assertThat(desk.standings().get(0).trouble()).isEmpty();
        }
    }

    @Test
    void aClusterThatDoesNotAnswerIsATroubleThatPasses() {
        Follow nowhere = new Follow(
                new Follow.Access("127.0.0.1:1", Optional.empty(), false, Map.of()),
                topic,
                new Follow.Format.Json(),
                Optional.empty(),
                Duration.ofSeconds(10));
        Rig rig = new Rig(topic, College.nested(nowhere));

        assertThatThrownBy(() -> rig.desk().followNow("labs", false))
                .isInstanceOfSatisfying(PortException.class, said -> {
                    assertThat(said.trouble()).isEqualTo(Trouble.UNAVAILABLE);
                    assertThat(said).hasMessageContaining("来源“labs”").hasMessageContaining("kafka.bootstrap");
                });
    }

    @Test
    void anUnsetSecretIsSaid() {
        Follow follow = Rig.follow(topic, new Follow.Format.Json());
        Follow secret = new Follow(
                new Follow.Access(
                        OneBroker.bootstrap(),
                        Optional.of(new Follow.Login("reader", "${LAB_PASSWORD}", "SCRAM-SHA-512")),
                        false,
                        Map.of()),
                topic,
                follow.format(),
                Optional.empty(),
                follow.every());
        Rig rig = new Rig(topic, College.nested(secret));

        assertThatThrownBy(() -> rig.desk().followNow("labs", false)).hasMessageContaining("环境变量 LAB_PASSWORD");
    }

    private Rig rig(int partitions) {
        SourceMapping nested = College.nested(Rig.follow(topic, new Follow.Format.Json()));
        Rig rig = new Rig(topic, nested);
        rig.create(partitions);
        return rig;
    }

    private static void write(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Rig.producer())) {
            var unused = producer.send(record);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
