package cn.zhengai.engines;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Series;
import cn.zhengai.server.run.Role;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What others write into the topic of readings, and what they read in the topic of warnings, while two instances run: a
 * reading in the wrong partition comes home, raises its warning, and is told.
 */
class OpenTopicsTest {
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Series SERIES = Series.named("school.student-teacher-ratio", "school");
    private static final String READING = """
            {"point":"school.student-teacher-ratio","subject":"school","at":"2026-10-10T08:00:00+08:00",\
            "numerator":20000,"denominator":1000}""";

    @TempDir
    private Path home;

    @Test
    void aMisplacedReadingComesHomeAndItsWarningIsTold() throws IOException {
        try (Engines engines = Engines.start(home.resolve("engines"), 1, PARTITIONS)) {
            Path first = home.resolve("first");
            engines.settings(first, 0);
            Files.createDirectories(first);
            StarterCatalogue.unpackTo(first.resolve("catalogue"));
            engines.settings(home.resolve("second"), 0);
            try (Service one = start(first, Role.all());
                    Service other = start(home.resolve("second"), Set.of(Role.RECORDER, Role.WARNER, Role.NOTIFIER))) {
                assertThat(one).isNotSameAs(other);
                write(engines.cluster().bootstrap());

                List<String> told = warnings(engines.cluster().bootstrap());

                assertThat(told)
                        .first()
                        .asString()
                        .contains("\"step\":\"RAISED\"", "\"subject\":\"school\"", "\"value\":\"20\"");
            }
        }
    }

    private static Service start(Path data, Set<Role> roles) {
        DataFolder folder = DataFolder.open(data);
        Settings settings = Settings.read(folder.settings(), Map.of());
        return Service.start(Run.open(folder, settings, Clocks.system()), roles);
    }

    private static void write(String bootstrap) {
        int elsewhere = (new Partitioning(PARTITIONS).of(SERIES) + 1) % PARTITIONS;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap,
                "key.serializer", StringSerializer.class,
                "value.serializer", StringSerializer.class);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
            var unused = producer.send(new ProducerRecord<>("zhengai.readings", elsewhere, "any", READING));
        }
    }

    /** What the topic has once there is something. */
    private static List<String> warnings(String bootstrap) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class);
        List<String> all = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(List.of(new TopicPartition("zhengai.warnings", 0)));
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (all.isEmpty() && System.nanoTime() < until) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
                    all.add(record.value());
                }
            }
        }
        return all;
    }
}
