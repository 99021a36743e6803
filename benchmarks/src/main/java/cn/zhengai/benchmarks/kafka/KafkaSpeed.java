package cn.zhengai.benchmarks.kafka;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.MessageLog.Assignment;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.broker.BrokerProcess;
import cn.zhengai.messaging.broker.ClusterPlan;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.rejected.RejectionMeter;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.messaging.kafka.wire.Admission;
import cn.zhengai.messaging.kafka.wire.ValueWriter;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Appending to and reading from Kafka through the log, beside a bare loop of kafka-clients with the same settings and
 * bytes, in one run against one broker in a process of its own. A look by hand, no row of the table; run it with the
 * class path of this module, which names broker and clients.
 */
public final class KafkaSpeed {
    private static final int SERIES = 100_000;
    private static final int BATCH = 5_000;
    private static final int PARTITIONS = 6;
    private static final Duration SHORT = Duration.ofMillis(100);

    private final PrintStream out;
    private final Connection connection;
    private final int readings;
    private final SeriesIndex index = new SeriesIndex();
    private final List<Batch> batches = new ArrayList<>();

    private KafkaSpeed(PrintStream out, Connection connection, int readings) {
        this.out = out;
        this.connection = connection;
        this.readings = readings;
        for (int number = 0; number < readings / BATCH; number++) {
            batches.add(batch(number));
        }
    }

    /** @param args readings a round (default 2,000,000), rounds (default 3) */
    public static void main(String[] args) throws IOException {
        int readings = args.length > 0 ? Integer.parseInt(args[0]) : 2_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path folder = Files.createTempDirectory("zhengai-kafka-speed");
        ClusterPlan plan = ClusterPlan.of(1, folder);
        try (BrokerProcess broker = BrokerProcess.start(plan, plan.nodes().get(0))) {
            broker.awaitUp();
            KafkaSpeed speed = new KafkaSpeed(
                    new PrintStream(System.out, true, StandardCharsets.UTF_8),
                    Connection.to(plan.bootstrap()),
                    readings);
            for (int round = 1; round <= rounds; round++) {
                speed.round(round, folder);
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void round(int round, Path folder) throws IOException {
        TopicPlan ours = plan("ours-" + round);
        TopicPlan bare = plan("bare-" + round);
        try (KafkaLog log = open(ours);
                KafkaLog prepared = open(bare)) {
            measure("append, log", () -> append(log));
            out.printf(
                    Locale.ROOT,
                    "  %.1f bytes a reading on the broker's disk%n",
                    (double) size(folder, ours.readings()) / readings);
            measure("append, bare", () -> appendBare(bare.readings()));
            measure("read, log", () -> read(log));
            measure("read, bare", () -> readBare(ours.readings()));
        }
    }

    private KafkaLog open(TopicPlan plan) {
        return KafkaLog.open(connection, plan, new KafkaLog.Reading(index, new Nobody(), RejectionMeter.UNCOUNTED));
    }

    private static TopicPlan plan(String name) {
        return new TopicPlan(
                new TopicPlan.Names(name, name + "-rejected", name + "-warnings"),
                PARTITIONS,
                1,
                1,
                Duration.ofDays(1));
    }

    private Batch batch(int number) {
        BatchHead head = new BatchHead(
                "push-2026-03-02-" + number, "academic-affairs", Instant.ofEpochSecond(1_772_409_600L + number), false);
        List<Reading> rows = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            int n = number * BATCH + i;
            long at = 1_772_409_600_000L + n / SERIES * 86_400_000L;
            var series = index.of("course.attendance-" + n % 20, "course-2026-" + n % SERIES);
            rows.add(
                    n % 2 == 0
                            ? Reading.plain(series, at, (90 + n % 10) * Micros.ONE + n % 7 * 100_000L, i + 1)
                            : Reading.ratio(series, at, (30 + n % 20) * Micros.ONE, 50 * Micros.ONE, 100, i + 1));
        }
        return new Batch(head, rows);
    }

    private void append(KafkaLog log) {
        for (Batch batch : batches) {
            log.append(List.of(batch));
        }
    }

    private void appendBare(String topic) {
        ValueWriter writer = new ValueWriter();
        Partitioning partitioning = new Partitioning(PARTITIONS);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        Batch batch = batch(0);
        byte[] tail = writer.tail(batch.head());
        for (Reading reading : batch.readings()) {
            byte[] key = ValueWriter.key(reading.series());
            records.add(new ProducerRecord<>(topic, partitioning.of(key), key, writer.value(reading, tail)));
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(connection.producer())) {
            for (int number = 0; number < readings / BATCH; number++) {
                for (ProducerRecord<byte[], byte[]> record : records) {
                    var unused = producer.send(record);
                }
                producer.flush();
            }
        }
    }

    private void read(KafkaLog log) {
        long seen = 0;
        long start = System.nanoTime();
        try (Subscription member = log.subscribe("speed", new FromTheStart())) {
            while (seen < readings) {
                Delivery next = member.poll(50_000, SHORT);
                if (seen == 0 && !next.readings().isEmpty()) {
                    out.printf(
                            Locale.ROOT,
                            "  joined and first readings after %.2f s%n",
                            (System.nanoTime() - start) / 1e9);
                }
                seen += next.readings().size();
                member.commit(next.partition(), next.upTo());
            }
        }
    }

    private void readBare(String topic) {
        List<TopicPartition> all = Stream.iterate(0, p -> p + 1)
                .limit(PARTITIONS)
                .map(p -> new TopicPartition(topic, p))
                .toList();
        Map<String, Object> settings = connection.consumer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long seen = 0;
            while (seen < readings) {
                seen += consumer.poll(SHORT).count();
            }
        }
    }

    private void measure(String what, Runnable work) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (machine.getProcessCpuTime() - cpu) / 1e9;
        out.printf(
                Locale.ROOT,
                "%-13s %,9.0f readings/s, %.2f us CPU of this process a reading%n",
                what,
                readings / seconds,
                cpuSeconds * 1e6 / readings);
    }

    private static boolean of(String topic, Path file) {
        Path partition = file.getParent();
        return file.toString().endsWith(".log")
                && partition != null
                && partition.getFileName().toString().matches(topic + "-\\d+");
    }

    private static long size(Path folder, String topic) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> of(topic, file))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private record FromTheStart() implements Assignment {
        @Override
        public long assigned(int partition) {
            return 0;
        }

        @Override
        public void revoked(int partition) {}
    }

    /** Our own readings are not asked about. */
    private record Nobody() implements Admission {
        @Override
        public OptionalInt scale(String point) {
            return OptionalInt.empty();
        }

        @Override
        public Optional<Reason> refusal(BatchHead head, Reading reading) {
            return Optional.empty();
        }
    }
}
