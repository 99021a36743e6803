package cn.zhengai.messaging.kafka.read;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where the partitions of a topic end for those who read what is committed. Connects when first asked. Any thread. */
public final class Ends {
    private final Connection connection;
    private final List<TopicPartition> partitions;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    public Ends(Connection connection, String topic, int partitions) {
        this.connection = connection;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** @throws PortException {@link Trouble#UNAVAILABLE} */
    public synchronized Knowledge ask() {
        try {
            KafkaConsumer<byte[], byte[]> asked = consumer;
            if (asked == null) {
                asked = new KafkaConsumer<>(connection.consumer());
                consumer = asked;
            }
            Map<TopicPartition, Long> ends = asked.endOffsets(partitions);
            return new Knowledge(partitions.stream()
                    .map(partition -> ends.getOrDefault(partition, 0L))
                    .toList());
        } catch (KafkaException failed) {
            throw Failures.of("查询日志末尾", failed);
        }
    }

    public synchronized void close() {
        KafkaConsumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close();
        }
    }
}
