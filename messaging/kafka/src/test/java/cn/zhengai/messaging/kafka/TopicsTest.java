package cn.zhengai.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.MessageLog.Assignment;
import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.messaging.kafka.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneBroker.class)
class TopicsTest {
    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();

    @Test
    void areCreatedAsPlannedAndStayWhenAskedForAgain() throws Exception {
        TopicPlan plan = KafkaOnTest.plan(folder, 3);
        IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> Topics.prepare(connection(), plan)))
                .toList()
                .forEach(CompletableFuture::join);

        try (Admin admin = Admin.create(connection().admin())) {
            var found = admin.describeTopics(List.of(plan.readings(), plan.rejected(), plan.warnings()))
                    .allTopicNames()
                    .get();
            assertThat(found.get(plan.readings()).partitions()).hasSize(3);
            assertThat(found.get(plan.rejected()).partitions()).hasSize(1);
            assertThat(found.get(plan.warnings()).partitions()).hasSize(1);
        }
    }

    @Test
    void anotherNumberOfPartitionsThanTheLedgerKnowsIsRefused() {
        Topics.prepare(connection(), KafkaOnTest.plan(folder, 3));

        assertThatThrownBy(() -> KafkaOnTest.open(folder, 4, index))
                .isInstanceOfSatisfying(PortException.class, refused -> {
                    assertThat(refused.trouble()).isEqualTo(Trouble.REFUSED);
                    assertThat(refused).hasMessageContaining("有 3 个分区").hasMessageContaining("按 4 个分区记录");
                });
    }

    @Test
    void aTopicThatWouldLoseReadingsIsRefused() throws Exception {
        TopicPlan plan = KafkaOnTest.plan(folder, 1);
        create(plan.readings(), Map.of("cleanup.policy", "compact"));

        assertThatThrownBy(() -> Topics.prepare(connection(), plan)).hasMessageContaining("cleanup.policy 是 compact");
    }

    @Test
    void aTopicThatWouldAcknowledgeWithTooFewCopiesIsRefused() throws Exception {
        TopicPlan plan = KafkaOnTest.plan(folder, 1);
        TopicPlan two = new TopicPlan(plan.names(), 1, 2, 2, Duration.ofDays(1));
        create(plan.readings(), Map.of());
        create(plan.rejected(), Map.of());
        create(plan.warnings(), Map.of());

        assertThatThrownBy(() -> Topics.prepare(connection(), two))
                .hasMessageContaining("min.insync.replicas 是 1，应不小于 2");
    }

    @Test
    void aPositionBeyondTheEndIsSaidAtOnce() {
        try (KafkaOnTest readings = KafkaOnTest.open(folder, 1, index)) {
            readings.log().append(List.of(Written.batch(index, "b", 1, 1)));

            Subscription member = readings.log().subscribe("warner", standing(5));

            assertThatThrownBy(() -> member.poll(10, Duration.ofSeconds(30)))
                    .isInstanceOfSatisfying(PortException.class, said -> {
                        assertThat(said.trouble()).isEqualTo(Trouble.CORRUPT);
                        assertThat(said).hasMessageContaining("位置 5 超过了末尾 1");
                    });
        }
    }

    @Test
    void whatWasDeletedUnseenIsSaidAndWhoBeginsGoesOnBehindIt() throws Exception {
        try (KafkaOnTest readings = KafkaOnTest.open(folder, 1, index)) {
            readings.log().append(List.of(Written.batch(index, "b", 1, 5)));
            TopicPartition only = new TopicPartition(KafkaOnTest.plan(folder, 1).readings(), 0);
            try (Admin admin = Admin.create(connection().admin())) {
                admin.deleteRecords(Map.of(only, RecordsToDelete.beforeOffset(3)))
                        .all()
                        .get();
            }

            Subscription behind = readings.log().subscribe("behind", standing(2));
            assertThatThrownBy(() -> behind.poll(10, Duration.ofSeconds(30)))
                    .isInstanceOfSatisfying(PortException.class, said -> {
                        assertThat(said.trouble()).isEqualTo(Trouble.CORRUPT);
                        assertThat(said).hasMessageContaining("的位置是 2，而 Kafka 已按保留期删到 3");
                    });
            assertThat(Written.read(readings.kafka(), "fresh", 2)).hasSize(2);
        }
    }

    private void create(String name, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(connection().admin())) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
    }

    private static Connection connection() {
        return Connection.to(OneBroker.bootstrap());
    }

    private static Assignment standing(long position) {
        return new Assignment() {
            @Override
            public long assigned(int partition) {
                return position;
            }

            @Override
            public void revoked(int partition) {}
        };
    }
}
