package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.wire.Place;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The topic of letters read from its beginning to its present end, and later on from there: which are open. For one
 * thread.
 */
final class Standing implements AutoCloseable {
    private static final Duration BREATH = Duration.ofMillis(500);

    private final Map<Place, DeadLetter> open = new LinkedHashMap<>();
    private final Places redriven = new Places();
    private final TopicPartition only;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final int most;
    private final Predicate<DeadLetter> wanted;
    private boolean passedOver;

    /**
     * Connects; nothing is read yet.
     *
     * @param most how many open letters to hold at once; those beyond are passed over
     */
    Standing(Connection connection, String topic, int most, Predicate<DeadLetter> wanted) {
        this.only = new TopicPartition(topic, 0);
        this.most = most;
        this.wanted = wanted;
        this.consumer = new KafkaConsumer<>(connection.consumer());
        consumer.assign(List.of(only));
        consumer.seekToBeginning(List.of(only));
    }

    /** Reads what was written since; to the end, for what is open may be closed there. */
    void read() {
        long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
        while (consumer.position(only) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(BREATH)) {
                take(record);
            }
        }
    }

    /** Letters were passed over since it began. */
    boolean passedOver() {
        return passedOver;
    }

    /** Reads everything once more, for what was passed over. */
    void again() {
        passedOver = false;
        consumer.seekToBeginning(List.of(only));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (Envelope.saysRedriven(record)) {
            Envelope.origin(record).ifPresent(this::close);
            return;
        }
        Envelope.opened(record)
                .filter(letter -> !redriven.has(letter.origin()) && wanted.test(letter))
                .ifPresent(this::hold);
    }

    private void hold(DeadLetter letter) {
        if (open.size() < most) {
            open.putIfAbsent(letter.origin(), letter);
        } else {
            passedOver |= !open.containsKey(letter.origin());
        }
    }

    /** It was driven again. */
    void close(Place origin) {
        redriven.add(origin);
        open.remove(origin);
    }

    /** In the order in which they were put first. */
    Collection<DeadLetter> open() {
        return open.values();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
