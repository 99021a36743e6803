package cn.zhengai.messaging.kafka.announce;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.schema.PublishedSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What others find in the topic of warnings. */
record Announced(List<ConsumerRecord<byte[], byte[]>> records) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PublishedSchema.WARNING.text(), InputFormat.JSON);

    static Announced read(Connection connection, String topic) {
        TopicPartition only = new TopicPartition(topic, 0);
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(connection.consumer())) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(all::add);
            }
        }
        return new Announced(all);
    }

    List<String> texts() {
        return records.stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    List<JsonNode> values() {
        return texts().stream().map(Announced::parsed).toList();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** As the schema demands, keyed by warning, every fact there, and of each warning first met in order. */
    void demandAll(int facts) {
        texts().forEach(text ->
                assertThat(SCHEMA.validate(text, InputFormat.JSON)).as(text).isEmpty());
        Set<Long> met = new HashSet<>();
        Map<String, Long> highest = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            JsonNode value = values(i);
            String warning = value.get("warning").asText();
            assertThat(new String(records.get(i).key(), StandardCharsets.UTF_8)).isEqualTo(warning);
            long number = value.get("number").asLong();
            if (met.add(number)) {
                assertThat(number).isGreaterThan(highest.getOrDefault(warning, 0L));
                highest.put(warning, number);
            }
        }
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, facts).boxed().toList());
    }

    private JsonNode values(int number) {
        return parsed(new String(records.get(number).value(), StandardCharsets.UTF_8));
    }
}
