package cn.zhengai.messaging.kafka.read;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Kafka how far a member has come, so that the usual tools show its lag. Nobody begins from there: the position of
 * truth is the consumer's own. At most once a second; a failure is no matter.
 */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private long toldAt = System.nanoTime() - PAUSE;

    Progress(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    void commit(int partition, OffsetAndMetadata upTo) {
        untold.put(new TopicPartition(topic, partition), upTo);
        if (System.nanoTime() - toldAt >= PAUSE) {
            last();
        }
    }

    void forget(int partition) {
        untold.remove(new TopicPartition(topic, partition));
    }

    /** Tells what was not told. */
    void last() {
        if (untold.isEmpty()) {
            return;
        }
        consumer.commitAsync(Map.copyOf(untold), (offsets, failed) -> {
            if (failed != null) {
                LOG.debug("lag not told", failed);
            }
        });
        untold.clear();
        toldAt = System.nanoTime();
    }
}
