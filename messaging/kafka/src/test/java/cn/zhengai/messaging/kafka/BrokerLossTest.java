package cn.zhengai.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.broker.BrokerProcess;
import cn.zhengai.messaging.broker.ClusterPlan;
import cn.zhengai.messaging.kafka.client.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The only broker is killed and comes back. */
class BrokerLossTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int PARTITIONS = 3;

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();

    @Test
    void nothingAcknowledgedIsLostAndNobodyWaitsForEver() {
        ClusterPlan plan = ClusterPlan.of(1, folder.resolve("kafka"));
        try (BrokerProcess first = BrokerProcess.start(plan, plan.nodes().get(0))) {
            first.awaitUp();
            try (KafkaLog log = open(plan)) {
                Written.Stand stand = new Written.Stand();
                Subscription member = log.subscribe("warner", stand);
                log.append(List.of(Written.batch(index, "before", 1, 20)));
                List<Logged> read = new ArrayList<>(stand.read(member, 20));

                first.kill();
                demandAppendsEnd(log);
                assertThat(member.poll(10, Duration.ofMillis(200)).readings()).isEmpty();
                assertThatThrownBy(() -> log.deadLetters().open(1)).isInstanceOf(PortException.class);

                try (BrokerProcess again =
                        BrokerProcess.start(plan, plan.nodes().get(0))) {
                    again.awaitUp();
                    appendUntilItHolds(log);
                    read.addAll(readUntil(stand, member, "after"));
                    assertThat(read).extracting(logged -> logged.head().id()).contains("before", "after");
                    assertThat(Written.read(log, "fresh", read.size()))
                            .containsExactlyInAnyOrderElementsOf(read)
                            .filteredOn(logged -> logged.head().id().equals("before"))
                            .hasSize(20);
                    member.close();
                }
            }
        }
    }

    private KafkaLog open(ClusterPlan plan) {
        Connection connection = Connection.to(plan.bootstrap())
                .within(PATIENCE)
                .missing(Duration.ofSeconds(6))
                .buffering(1 << 20);
        return KafkaLog.open(connection, KafkaOnTest.plan(folder, PARTITIONS), KafkaOnTest.reading(index));
    }

    /** Together far more than the buffer holds: some wait for room, some behind those, and each is told in time. */
    private void demandAppendsEnd(KafkaLog log) {
        long start = System.nanoTime();
        List<CompletableFuture<Void>> waiting = IntStream.range(0, 8)
                .mapToObj(caller -> CompletableFuture.runAsync(
                        () -> log.append(List.of(Written.batch(index, "during-" + caller, 2 + caller, 20_000)))))
                .toList();
        for (CompletableFuture<Void> one : waiting) {
            assertThatThrownBy(one::join).cause().isInstanceOfSatisfying(PortException.class, said -> {
                assertThat(said.trouble()).isEqualTo(Trouble.UNAVAILABLE);
                assertThat(said).hasMessageContaining("Kafka 写入失败");
            });
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(6));
    }

    /** As a collector does: the same again until it is acknowledged. */
    private void appendUntilItHolds(KafkaLog log) {
        for (int tries = 0; ; tries++) {
            try {
                log.append(List.of(Written.batch(index, "after", 100, 20)));
                return;
            } catch (PortException unavailable) {
                assertThat(tries)
                        .as("tries after the broker came back: " + unavailable)
                        .isLessThan(20);
            }
        }
    }

    private static List<Logged> readUntil(Written.Stand stand, Subscription member, String id) {
        List<Logged> all = new ArrayList<>();
        while (all.stream().filter(logged -> logged.head().id().equals(id)).count() < 20) {
            all.addAll(stand.read(member, 1));
        }
        return all;
    }
}
