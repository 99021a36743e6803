package cn.zhengai.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import cn.zhengai.messaging.kafka.rejected.RejectionMeter;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.messaging.kafka.wire.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What others write wrongly: kept whole, counted, out of the way, and driven again. */
@ExtendWith(OneBroker.class)
class RejectedRecordsTest {
    private static final int PARTITIONS = 4;
    private static final Series SERIES = Series.named("attendance", "course-0");

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private final Partitioning partitioning = new Partitioning(PARTITIONS);
    private final Map<Reason, Integer> counted = new EnumMap<>(Reason.class);
    private final RejectionMeter meter = (group, reason) -> counted.merge(reason, 1, Integer::sum);
    private TopicPlan plan;
    private KafkaLog log;

    @BeforeEach
    void open() {
        plan = KafkaOnTest.plan(folder, PARTITIONS);
        log = KafkaLog.open(
                Connection.to(OneBroker.bootstrap()), plan, new KafkaLog.Reading(index, KafkaOnTest.TAKES_ALL, meter));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void poisonIsKeptWholeAndHoldsNobodyUp() {
        int home = partitioning.of(SERIES);
        log.append(List.of(Written.batch(index, "before", 1, 1)));
        write(new ProducerRecord<>(
                plan.readings(), home, 1234L, bytes("k"), bytes("nonsense"), List.of(header("h", "v"))));
        write(new ProducerRecord<>(plan.readings(), home, null, null));
        log.append(List.of(Written.batch(index, "after", 2, 1)));

        List<Logged> read = Written.read(log, "warner", 2);

        assertThat(read).extracting(logged -> logged.head().id()).containsExactly("before", "after");
        assertThat(read).extracting(Logged::seq).containsExactly(1L, 4L);
        List<DeadLetter> letters = log.deadLetters().open(10);
        assertThat(letters)
                .extracting(DeadLetter::origin)
                .containsExactly(new Place(plan.readings(), home, 1), new Place(plan.readings(), home, 2));
        assertThat(letters.get(0)).satisfies(letter -> {
            assertThat(letter.key()).contains(Bytes.wrap(bytes("k")));
            assertThat(letter.value()).contains(Bytes.wrap(bytes("nonsense")));
            assertThat(letter.timestamp()).isEqualTo(1234);
            assertThat(letter.headers()).containsExactly(header("h", "v"));
            assertThat(letter.reason()).isEqualTo(Reason.UNREADABLE_ROW);
            assertThat(letter.detail()).contains("JSON");
        });
        assertThat(letters.get(1).value()).isEmpty();
        assertThat(counted).containsExactly(Map.entry(Reason.UNREADABLE_ROW, 2));
    }

    @Test
    void poisonAtTheEndMovesThePositionToo() {
        write(foreign(partitioning.of(SERIES), "nonsense"));

        assertThat(readTo(1)).isEmpty();

        assertThat(log.deadLetters().open(10)).hasSize(1);
    }

    @Test
    void aRecordThatSeveralGroupsMeetAgainAndAgainIsOneLetter() {
        write(foreign(partitioning.of(SERIES), "{\"point\":\"unknown\",\"subject\":\"s\",\"at\":1,\"value\":1}"));
        log.append(List.of(Written.batch(index, "b", 1, 1)));

        for (String group : List.of("warner", "recorder", "warner")) {
            assertThat(Written.read(log, group, 1)).hasSize(1);
        }

        assertThat(log.deadLetters().open(10)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.UNKNOWN_POINT);
            assertThat(letter.detail()).contains("unknown/s");
        });
        assertThat(counted).containsExactly(Map.entry(Reason.UNKNOWN_POINT, 3));
    }

    @Test
    void aMisplacedRecordDrivenAgainComesToTheHomeOfItsSeries() {
        int elsewhere = (partitioning.of(SERIES) + 1) % PARTITIONS;
        write(foreign(
                elsewhere,
                "{\"point\":\"attendance\",\"subject\":\"course-0\",\"at\":5,\"value\":7,\"source\":\"telegraf\"}"));
        write(foreign(
                partitioning.of(SERIES), "{\"point\":\"attendance\",\"subject\":\"course-0\",\"at\":6,\"value\":8}"));
        assertThat(Written.read(log, "warner", 1))
                .extracting(logged -> logged.reading().at())
                .containsExactly(6L);
        List<DeadLetter> letters = log.deadLetters().open(10);
        assertThat(letters).extracting(DeadLetter::reason).containsExactly(Reason.MISPLACED);

        log.deadLetters().redrive(letters);

        assertThat(Written.read(log, "warner", 2))
                .extracting(logged -> logged.reading().at())
                .containsExactly(6L, 5L);
        assertThat(log.deadLetters().open(10))
                .as("once driven again, closed, also for groups that come late")
                .isEmpty();
    }

    @Test
    void aMendedLetterIsReadAndAHopelessOneComesBack() {
        write(foreign(
                partitioning.of(SERIES),
                "{\"point\":\"attendance\",\"subject\":\"course-0\",\"at\":5,\"value\":\"95,5\"}"));
        write(foreign(partitioning.of(SERIES), "hopeless"));
        readTo(2);
        List<DeadLetter> letters = log.deadLetters().open(10);

        log.deadLetters()
                .redrive(List.of(
                        letters.get(0)
                                .mended(bytes(
                                        "{\"point\":\"attendance\",\"subject\":\"course-0\",\"at\":5,\"value\":95.5}")),
                        letters.get(1)));

        assertThat(readTo(4)).extracting(logged -> logged.reading().position()).containsExactly(191_000_000L);
        assertThat(log.deadLetters().open(10)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).contains(Bytes.wrap(bytes("hopeless")));
            assertThat(letter.origin().offset()).isEqualTo(3);
        });
    }

    @Test
    void markersAndAbortedRecordsAreSteppedOver() {
        int home = partitioning.of(SERIES);
        String value = "{\"point\":\"attendance\",\"subject\":\"course-0\",\"at\":%d,\"value\":7}";
        Map<String, Object> settings = Connection.to(OneBroker.bootstrap()).producer();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, folder.toString());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(foreign(home, value.formatted(1)));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            unused = producer.send(foreign(home, value.formatted(2)));
            producer.commitTransaction();
            producer.beginTransaction();
            unused = producer.send(foreign(home, value.formatted(3)));
            producer.flush();

            assertThat(log.end().through(home))
                    .as("what is not committed is not in the log yet")
                    .isEqualTo(4);
            producer.abortTransaction();
        }

        assertThat(readTo(6)).singleElement().satisfies(logged -> {
            assertThat(logged.seq()).isEqualTo(3);
            assertThat(logged.reading().at()).isEqualTo(2);
        });
        assertThat(log.deadLetters().open(10)).isEmpty();
    }

    @Test
    void thousandsOfPoisonRecordsAreAllKept() {
        int home = partitioning.of(SERIES);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(Connection.to(OneBroker.bootstrap()).producer())) {
            for (int i = 0; i < 5000; i++) {
                var unused = producer.send(foreign(home, "poison " + i));
            }
        }
        log.append(List.of(Written.batch(index, "b", 1, 1)));

        assertThat(Written.read(log, "warner", 1)).hasSize(1);

        assertThat(log.deadLetters().open(10_000))
                .hasSize(5000)
                .extracting(letter -> letter.value().map(v -> new String(v.get(), StandardCharsets.UTF_8)))
                .startsWith(Optional.of("poison 0"), Optional.of("poison 1"));
        assertThat(log.deadLetters().open(7)).hasSize(7);
    }

    /** Reads until the home of the series is dealt with up to there, as a group of its own. */
    private List<Logged> readTo(long position) {
        Written.Stand stand = new Written.Stand();
        List<Logged> all = new ArrayList<>();
        try (Subscription member = log.subscribe("to-" + position, stand)) {
            while (stand.positions.getOrDefault(partitioning.of(SERIES), 0L) < position) {
                all.addAll(stand.read(member, 0));
            }
        }
        assertThat(stand.positions).containsEntry(partitioning.of(SERIES), position);
        return all;
    }

    private ProducerRecord<byte[], byte[]> foreign(int partition, String value) {
        return new ProducerRecord<>(plan.readings(), partition, bytes("any"), bytes(value));
    }

    private void write(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(Connection.to(OneBroker.bootstrap()).producer())) {
            var unused = producer.send(record);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new org.apache.kafka.common.header.internals.RecordHeader(name, bytes(value));
    }
}
