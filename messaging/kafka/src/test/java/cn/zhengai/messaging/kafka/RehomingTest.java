package cn.zhengai.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.append.Appender;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import cn.zhengai.messaging.kafka.rejected.DeadLetters;
import cn.zhengai.messaging.kafka.rejected.LetterAccess;
import cn.zhengai.messaging.kafka.rejected.Rehoming;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Writers that spread records their own way: their readings come home by themselves, and nothing goes round for ever. */
@ExtendWith(OneBroker.class)
class RehomingTest {
    private static final int PARTITIONS = 4;

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private final Partitioning partitioning = new Partitioning(PARTITIONS);
    private TopicPlan plan;
    private KafkaLog log;

    @BeforeEach
    void open() {
        plan = KafkaOnTest.plan(folder, PARTITIONS);
        log = KafkaLog.open(connection(), plan, KafkaOnTest.reading(index));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void misplacedRecordsComeHomeAndOthersStay() {
        write(IntStream.range(0, 2500)
                .mapToObj(i -> foreign((home(i) + 1) % PARTITIONS, i))
                .toList());
        write(List.of(new ProducerRecord<>(plan.readings(), 0, null, bytes("nonsense"))));
        log.append(List.of(Written.batch(index, "own", 1, 1)));
        assertThat(Written.read(log, "warner", 1)).hasSize(1);

        try (Rehoming rehoming = log.rehoming()) {
            assertThat(rehoming.runOnce()).isTrue();
            assertThat(rehoming.runOnce()).isTrue();
            assertThat(rehoming.runOnce()).isFalse();
            assertThat(rehoming.runOnce()).isFalse();
        }

        assertThat(Written.read(log, "late", 2501))
                .extracting(Logged::reading)
                .extracting("at")
                .hasSize(2501);
        assertThat(log.deadLetters().open(10)).extracting(DeadLetter::reason).containsExactly(Reason.UNREADABLE_ROW);
    }

    @Test
    void oneThatBeginsLaterDrivesNothingASecondTime() {
        write(List.of(foreign((home(1) + 1) % PARTITIONS, 1)));
        read(1);
        try (Rehoming first = log.rehoming()) {
            first.runOnce();
        }
        read(2);

        try (Rehoming second = log.rehoming()) {
            assertThat(second.runOnce()).isFalse();
        }

        assertThat(log.end().places().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
    }

    @Test
    void whatComesBackMisplacedIsLeftToPeople() {
        Partitioning three = new Partitioning(PARTITIONS - 1);
        int course = IntStream.iterate(0, i -> i + 1)
                .filter(i -> three.of(series(i)) != home(i))
                .findFirst()
                .orElseThrow();
        write(List.of(foreign((home(course) + 1) % PARTITIONS, course)));
        read(1);
        TopicPlan wrong = new TopicPlan(plan.names(), PARTITIONS - 1, 1, 1, Duration.ofDays(1));
        try (Appender appender = new Appender(connection(), plan.readings(), partitioning);
                Rehoming mistaken =
                        new Rehoming(connection(), plan.rejected(), new DeadLetters(connection(), wrong, appender))) {
            assertThat(mistaken.runOnce()).isFalse();
        }
        read(2);
        List<DeadLetter> back = log.deadLetters().open(10);
        assertThat(back).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.MISPLACED);
            assertThat(letter.tries()).isEqualTo(1);
            assertThat(letter.headers()).as("ours are not theirs").isEmpty();
        });

        try (Rehoming rehoming = log.rehoming()) {
            assertThat(rehoming.runOnce()).isFalse();
            assertThat(log.deadLetters().open(10)).hasSize(1);
        }
        log.deadLetters().redrive(back);
        assertThat(Written.read(log, "late", 1)).hasSize(1);
    }

    @Test
    void lettersAreReachedWithoutALog() {
        write(List.of(foreign((home(1) + 1) % PARTITIONS, 1)));
        read(1);

        try (LetterAccess access = LetterAccess.open(connection(), plan.names())) {
            List<DeadLetter> open = access.letters().open(10);
            assertThat(open).hasSize(1);
            access.letters().redrive(open);
            assertThat(access.letters().open(10)).isEmpty();
        }
        assertThat(Written.read(log, "late", 1)).hasSize(1);
        assertThatThrownBy(() -> LetterAccess.open(connection(), TopicPlan.Names.under("nowhere")))
                .isInstanceOfSatisfying(PortException.class, said -> {
                    assertThat(said.trouble()).isEqualTo(Trouble.REFUSED);
                    assertThat(said).hasMessageContaining("没有主题 nowhere.readings");
                });
    }

    /** Until so many records are dealt with, as a group of its own. */
    private void read(long records) {
        Written.Stand stand = new Written.Stand();
        try (Subscription member = log.subscribe("to-" + records, stand)) {
            while (stand.positions.values().stream().mapToLong(Long::longValue).sum() < records) {
                stand.read(member, 0);
            }
        }
    }

    private static Series series(int course) {
        return Series.named("attendance", "course-" + course);
    }

    private int home(int course) {
        return partitioning.of(series(course));
    }

    private ProducerRecord<byte[], byte[]> foreign(int partition, int course) {
        String value = "{\"point\":\"attendance\",\"subject\":\"course-%d\",\"at\":%d,\"value\":7}"
                .formatted(course, course + 1);
        return new ProducerRecord<>(plan.readings(), partition, null, bytes(value));
    }

    private static void write(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(connection().producer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                var unused = producer.send(record);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Connection connection() {
        return Connection.to(OneBroker.bootstrap());
    }
}
