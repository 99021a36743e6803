package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.wire.Place;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The topic of letters read from its beginning to its present end: which are open. Used once, by one thread. */
final class Standing {
    private static final Duration BREATH = Duration.ofMillis(500);

    private final Map<Place, DeadLetter> open = new LinkedHashMap<>();
    private final Set<Place> redriven = new HashSet<>();
    private final int most;

    /** @param most how many open letters to hold at once */
    Standing(int most) {
        this.most = most;
    }

    void read(Connection connection, String topic) {
        TopicPartition only = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(connection.consumer())) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(BREATH)) {
                    take(record);
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (Envelope.saysRedriven(record)) {
            Envelope.origin(record).ifPresent(origin -> {
                redriven.add(origin);
                open.remove(origin);
            });
            return;
        }
        Envelope.opened(record)
                .filter(letter -> !redriven.contains(letter.origin()) && open.size() < most)
                .ifPresent(letter -> open.putIfAbsent(letter.origin(), letter));
    }

    /** In the order in which they were put first. */
    Collection<DeadLetter> open() {
        return open.values();
    }
}
