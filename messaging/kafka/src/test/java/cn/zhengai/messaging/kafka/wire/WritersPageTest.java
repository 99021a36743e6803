package cn.zhengai.messaging.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.schema.PublishedSchema;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What docs/kafka-writers.md shows of messages is what the schemas demand and what is read. */
class WritersPageTest {
    private static final Path PAGE = Path.of("../../docs/kafka-writers.md");

    /** Knows every point, as a percentage. */
    private static final Admission ALL = new Admission() {
        @Override
        public OptionalInt scale(String point) {
            return OptionalInt.of(100);
        }

        @Override
        public Optional<Reason> refusal(BatchHead head, Reading reading) {
            return Optional.empty();
        }
    };

    @Test
    void everyReadingOnThePageIsTaken() throws IOException {
        RecordReader reader = new RecordReader(new SeriesIndex(), ALL, new Partitioning(1));
        List<String> shown = blocks("json");
        assertThat(shown).hasSizeGreaterThan(5).allSatisfy(json -> {
            assertThat(errors(PublishedSchema.READING, json)).isEmpty();
            assertThat(reader.read(new ConsumerRecord<>(
                            "zhengai.readings", 0, 1, new byte[0], json.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(Decoded.Sound.class);
        });
    }

    @Test
    void theWarningOnThePageIsAsPublished() throws IOException {
        assertThat(blocks("warning"))
                .singleElement()
                .satisfies(json ->
                        assertThat(errors(PublishedSchema.WARNING, json)).isEmpty());
    }

    private static List<?> errors(PublishedSchema schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.text(), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
