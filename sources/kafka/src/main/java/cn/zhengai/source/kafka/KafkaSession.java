package cn.zhengai.source.kafka;

import cn.zhengai.collector.follow.Topic;
import cn.zhengai.collector.follow.TopicRecord;
import cn.zhengai.core.catalogue.Follow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** One consumer that belongs to no group and is told what to read: who reads how far is the ledger's business alone. */
final class KafkaSession implements Topic.Session {
    private static final Duration BREATH = Duration.ofMillis(500);
    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ofSeconds(5));

    private final String topic;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final Troubles troubles;
    /** Where the assigned partition is read on by itself. */
    private long next = -1;

    private KafkaSession(
            String topic, Admin admin, KafkaConsumer<byte[], byte[]> consumer, Duration patience, Troubles troubles) {
        this.topic = topic;
        this.admin = admin;
        this.consumer = consumer;
        this.patience = patience;
        this.troubles = troubles;
    }

    static KafkaSession open(Follow follow, ClientSettings settings, Troubles troubles) {
        Admin admin = null;
        try {
            admin = Admin.create(settings.admin(follow.access()));
            KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.consumer(follow.access()));
            return new KafkaSession(follow.topic(), admin, consumer, settings.patience(), troubles);
        } catch (KafkaException failed) {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
            throw troubles.translate(follow.topic(), failed);
        }
    }

    @Override
    public String identity() {
        return description().topicId().toString();
    }

    private TopicDescription description() {
        try {
            TopicDescription found =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            if (found == null) {
                throw troubles.refused("对方没有主题“" + topic + "”。请核对 kafka.topic。");
            }
            return found;
        } catch (InterruptedException | ExecutionException | KafkaException failed) {
            throw troubles.translate(topic, failed);
        }
    }

    @Override
    public List<Topic.Reach> reaches() {
        List<TopicPartition> partitions = description().partitions().stream()
                .map(TopicPartitionInfo::partition)
                .sorted()
                .map(this::named)
                .toList();
        try {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return partitions.stream()
                    .map(one ->
                            new Topic.Reach(one.partition(), begins.getOrDefault(one, 0L), ends.getOrDefault(one, 0L)))
                    .toList();
        } catch (KafkaException failed) {
            throw troubles.translate(topic, failed);
        }
    }

    private TopicPartition named(int partition) {
        return new TopicPartition(topic, partition);
    }

    @Override
    public long firstSince(int partition, Instant at) {
        TopicPartition one = named(partition);
        try {
            OffsetAndTimestamp found =
                    consumer.offsetsForTimes(Map.of(one, at.toEpochMilli())).get(one);
            return found == null ? consumer.endOffsets(List.of(one)).getOrDefault(one, 0L) : found.offset();
        } catch (KafkaException failed) {
            throw troubles.translate(topic, failed);
        }
    }

    @Override
    public Topic.Portion read(int partition, long from, long end, int most) {
        TopicPartition one = named(partition);
        try {
            place(one, from);
            long deadline = System.nanoTime() + patience.toNanos();
            do {
                ConsumerRecords<byte[], byte[]> some = consumer.poll(BREATH);
                Topic.Portion portion = portion(some, one, from, most);
                if (portion.next() > from) {
                    next = portion.next();
                    return portion;
                }
            } while (System.nanoTime() - deadline < 0);
            throw troubles.unavailable(
                    "Kafka 没有给出主题“" + topic + "”位置 " + from + " 之后的消息，已等待 " + patience.toSeconds() + " 秒，稍后自动重试。");
        } catch (KafkaException failed) {
            throw troubles.translate(topic, failed);
        }
    }

    private void place(TopicPartition one, long from) {
        boolean there = consumer.assignment().equals(Set.of(one));
        if (!there) {
            consumer.assign(List.of(one));
        }
        if (!there || next != from) {
            consumer.seek(one, from);
        }
    }

    private static Topic.Portion portion(
            ConsumerRecords<byte[], byte[]> some, TopicPartition one, long from, int most) {
        List<TopicRecord> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : some.records(one)) {
            if (records.size() == most) {
                return new Topic.Portion(records, record.offset());
            }
            records.add(new TopicRecord(
                    record.offset(),
                    record.timestamp(),
                    record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                    record.value()));
        }
        OffsetAndMetadata next = some.nextOffsets().get(one);
        return new Topic.Portion(records, next == null ? from : next.offset());
    }

    @Override
    public void close() {
        try {
            consumer.close(AT_ONCE);
        } catch (KafkaException gone) {
            // nothing is kept here that a failed goodbye could lose
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
