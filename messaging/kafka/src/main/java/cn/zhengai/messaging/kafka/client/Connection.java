package cn.zhengai.messaging.kafka.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How to reach the brokers.
 *
 * @param bootstrap {@code host:port,host:port}
 * @param more further settings of all clients as Kafka names them, e.g. {@code security.protocol}, {@code sasl.*}; ours
 *     prevail, save for {@code compression.type} (lz4 unless it is set)
 * @param patience how long an append, and any question to the brokers, may take
 * @param absence after how long a member that is not heard of has lost its partitions to others, at least 6 s
 * @param buffer bytes of readings that wait for the brokers at most; who appends beyond it waits
 */
public record Connection(String bootstrap, Map<String, String> more, Duration patience, Duration absence, long buffer) {
    /** How brokers know us in logs and quotas; members go by the name of their group. */
    private static final String CLIENT = "zhengai";

    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LARGEST_REQUEST = 16 << 20;
    private static final int LINGER_MILLIS = 2;
    private static final int RECORDS_AT_ONCE = 20_000;
    private static final long QUICKEST_ANSWER_MILLIS = 10_000;

    public Connection {
        more = Map.copyOf(more);
        if (patience.toMillis() < 1000 || absence.toMillis() < 6000) {
            throw new IllegalArgumentException("too impatient: " + patience + ", " + absence);
        }
    }

    /** 30 s, 10 s, 64 MB. */
    public static Connection to(String bootstrap) {
        return new Connection(bootstrap, Map.of(), Duration.ofSeconds(30), Duration.ofSeconds(10), 64L << 20);
    }

    /** The same with that patience. */
    public Connection within(Duration otherPatience) {
        return new Connection(bootstrap, more, otherPatience, absence, buffer);
    }

    /** The same, taking a silent member for gone after that time. */
    public Connection missing(Duration otherAbsence) {
        return new Connection(bootstrap, more, patience, otherAbsence, buffer);
    }

    /** The same with these further settings. */
    public Connection with(Map<String, String> further) {
        return new Connection(bootstrap, further, patience, absence, buffer);
    }

    /** The same with that much room for what waits. */
    public Connection buffering(long bytes) {
        return new Connection(bootstrap, more, patience, absence, bytes);
    }

    /** Settings of a producer: durable on all in-sync replicas, each record once and in order. */
    public Map<String, Object> producer() {
        Map<String, Object> all = common();
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        all.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, buffer);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) answer() - LINGER_MILLIS);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return all;
    }

    /** Settings of a consumer that is in no group and sees what is committed. */
    public Map<String, Object> consumer() {
        Map<String, Object> all = common();
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        all.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) answer());
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return all;
    }

    /** Settings of a member of a group. */
    public Map<String, Object> member(String group) {
        Map<String, Object> all = consumer();
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        all.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        all.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) absence.toMillis());
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) Math.min(3000, absence.toMillis() / 4));
        return all;
    }

    /** Settings of whoever creates and describes topics. */
    public Map<String, Object> admin() {
        Map<String, Object> all = common();
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) answer());
        return all;
    }

    private long answer() {
        return Math.min(QUICKEST_ANSWER_MILLIS, patience.toMillis());
    }

    private Map<String, Object> common() {
        Map<String, Object> all = new HashMap<>(more);
        all.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.put(AdminClientConfig.CLIENT_ID_CONFIG, CLIENT);
        all.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
        all.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return all;
    }
}
