package cn.zhengai.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.broker.BrokerProcess;
import cn.zhengai.messaging.broker.ClusterPlan;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers, three copies, two in sync: the loss of a leader costs nothing that was acknowledged. */
class ThreeBrokersTest {
    private static final int WRITERS = 3;
    private static final int BATCHES = 60;
    private static final int SERIES = 12;

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final CountDownLatch underWay = new CountDownLatch(WRITERS * BATCHES / 4);

    @Test
    void theLeaderIsKilledDuringAppends() throws Exception {
        ClusterPlan plan = ClusterPlan.of(3, folder.resolve("kafka"));
        Map<Integer, BrokerProcess> brokers = new LinkedHashMap<>();
        plan.nodes().forEach(node -> brokers.put(node.id(), BrokerProcess.start(plan, node)));
        try {
            brokers.values().forEach(BrokerProcess::awaitUp);
            Connection connection = Connection.to(plan.bootstrap());
            TopicPlan topics = TopicPlan.standard(3, 3);
            try (KafkaLog log = KafkaLog.open(connection, topics, KafkaOnTest.reading(index))) {
                List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                        .mapToObj(writer -> CompletableFuture.runAsync(() -> write(log, writer)))
                        .toList();
                underWay.await();
                int leader = leader(connection, topics);
                brokers.get(leader).kill();
                writers.forEach(CompletableFuture::join);

                demandAllThere(Written.read(log, "warner", WRITERS * BATCHES * SERIES));
                demandNothingAcknowledgedByOneCopy(plan, brokers, leader, topics);
            }
        } finally {
            brokers.values().forEach(BrokerProcess::close);
        }
    }

    private void write(KafkaLog log, int writer) {
        for (int number = 0; number < BATCHES; number++) {
            String id = writer + "-" + number;
            while (true) {
                try {
                    log.append(List.of(Written.batch(index, id, 1000L * writer + number, SERIES)));
                    break;
                } catch (PortException again) {
                    assertThat(again.trouble()).isEqualTo(Trouble.UNAVAILABLE);
                }
            }
            acknowledged.add(id);
            underWay.countDown();
        }
    }

    private static int leader(Connection connection, TopicPlan topics) throws Exception {
        try (Admin admin = Admin.create(connection.admin())) {
            return admin.describeTopics(List.of(topics.readings()))
                    .allTopicNames()
                    .get()
                    .get(topics.readings())
                    .partitions()
                    .get(0)
                    .leader()
                    .id();
        }
    }

    /** Each writer's readings of a series in the order of its appends; those sent again may stand there again. */
    private void demandAllThere(List<Logged> read) {
        assertThat(read.stream().map(logged -> logged.head().id()).distinct())
                .containsExactlyInAnyOrderElementsOf(acknowledged);
        Map<String, List<Long>> firsts = new HashMap<>();
        for (Logged logged : read) {
            String writer =
                    logged.head().id().substring(0, 1) + logged.reading().series();
            List<Long> instants = firsts.computeIfAbsent(writer, w -> new ArrayList<>());
            if (!instants.contains(logged.reading().at())) {
                instants.add(logged.reading().at());
            }
        }
        assertThat(firsts).hasSize(WRITERS * SERIES);
        assertThat(firsts.values())
                .allSatisfy(instants -> assertThat(instants).isSorted().hasSize(BATCHES));
    }

    /** With two of three gone a copy is left, but nothing is acknowledged any more. */
    private void demandNothingAcknowledgedByOneCopy(
            ClusterPlan plan, Map<Integer, BrokerProcess> brokers, int gone, TopicPlan topics) {
        Connection impatient = Connection.to(plan.bootstrap()).within(Duration.ofSeconds(5));
        try (KafkaLog log = KafkaLog.open(impatient, topics, KafkaOnTest.reading(index))) {
            brokers.entrySet().stream()
                    .filter(one -> one.getKey() != gone)
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .kill();
            assertThatThrownBy(() -> log.append(List.of(Written.batch(index, "alone", 9, SERIES))))
                    .isInstanceOfSatisfying(
                            PortException.class,
                            said -> assertThat(said.trouble()).isEqualTo(Trouble.UNAVAILABLE));
        }
    }
}
