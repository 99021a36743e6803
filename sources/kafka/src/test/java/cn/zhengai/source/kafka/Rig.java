package cn.zhengai.source.kafka;

import cn.zhengai.collector.follow.FollowDesk;
import cn.zhengai.collector.follow.FollowPorts;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.intake.IntakeMeter;
import cn.zhengai.collector.intake.Tally;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.pull.PullMeter;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.RejectionStanding;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic on a real broker, and what a college takes of it: log and ledger in memory. */
final class Rig {
    static final Instant START = Instant.parse("2026-09-01T04:00:00Z");

    final String topic;
    final SourceMapping source;
    final SettableTime time = new SettableTime(START);
    final SeriesIndex index = new SeriesIndex();
    final MemoryReadings readings = new MemoryReadings(index);
    final MemoryLedger ledger = new MemoryLedger();
    final Intake intake = ledger.intake();
    final Cursors cursors = ledger.cursors();
    final Map<Skip, Long> skipped = new HashMap<>();
    /** What happens between the receipt of a batch and the cursor. */
    Runnable afterReceipt = () -> {};

    Rig(String topic, SourceMapping source) {
        this.topic = topic;
        this.source = source;
    }

    static Follow follow(String topic, Follow.Format format) {
        return new Follow(
                new Follow.Access(OneBroker.bootstrap(), Optional.empty(), false, Map.of()),
                topic,
                format,
                Optional.empty(),
                Duration.ofSeconds(10));
    }

    /** A process of its own, as far as memory goes. */
    FollowDesk desk() {
        return desk(Map.of());
    }

    FollowDesk desk(Map<String, String> environment) {
        IntakeDesk desk =
                new IntakeDesk(() -> College.catalogue(source), index, readings, intake, time).metered(new Meter());
        return new FollowDesk(
                new FollowPorts(desk, cursors, new KafkaTopics(environment, Duration.ofSeconds(5))),
                PullMeter.UNCOUNTED,
                time);
    }

    void create(int partitions) {
        admin(admin -> admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get());
    }

    static void admin(Asking asking) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", OneBroker.bootstrap()))) {
            asking.ask(admin);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** One call. */
    interface Asking {
        void ask(Admin admin) throws Exception;
    }

    static Map<String, Object> producer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", OneBroker.bootstrap());
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        return settings;
    }

    void write(int partition, List<String> values) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producer())) {
            for (String value : values) {
                var unused = producer.send(record(partition, value));
            }
        }
    }

    ProducerRecord<byte[], byte[]> record(int partition, String value) {
        return new ProducerRecord<>(
                topic,
                partition,
                START.toEpochMilli(),
                "k".getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
    }

    /** Debezium's envelope: use of a laboratory at a second. */
    static String change(int lab, long second, Object use) {
        return "{\"schema\":null,\"payload\":{\"op\":\"c\",\"after\":{\"lab\":\"lab-%d\",\"at\":%d,\"use\":%s}}}"
                .formatted(lab, second, use);
    }

    /** So many, each of its own second from there on. */
    static List<String> changes(long from, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> change((int) ((from + i) % 10), 1_772_000_000L + from + i, 90))
                .toList();
    }

    /** Everything logged, by place in the log; the same reading once. */
    List<Logged> taken() {
        List<Logged> all = new ArrayList<>();
        index.since(0).forEach(series -> all.addAll(readings.read(series, 0, Long.MAX_VALUE, ReadingStore.NOW)));
        all.sort(Comparator.comparing(Logged::seq));
        return all;
    }

    List<Kept> rejections() {
        return intake.find(Intake.Query.all(Integer.MAX_VALUE));
    }

    private final class Meter implements IntakeMeter {
        @Override
        public void taken(Tally tally, String way, long bytes, Duration took) {
            tally.skipped().forEach((why, count) -> skipped.merge(why, count, Long::sum));
            afterReceipt.run();
        }

        @Override
        public void refused(String from, String way, String why) {
            throw new AssertionError(why);
        }

        @Override
        public void skipped(String from, Skip why, long count) {
            throw new AssertionError(why);
        }

        @Override
        public void answered(String from, RejectionStanding.Status status, long rejections) {
            throw new AssertionError(status);
        }
    }
}
