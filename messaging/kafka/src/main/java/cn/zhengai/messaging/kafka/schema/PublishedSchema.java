package cn.zhengai.messaging.kafka.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A published JSON Schema of the values of a topic. Asking for one touches no class of Kafka. */
public enum PublishedSchema {
    /** Of the topic of readings, which others may write to. */
    READING("reading"),
    /** Of the topic of warnings, which others may read. */
    WARNING("warning");

    private static final String FOLDER = "/cn/zhengai/messaging/kafka/";

    private final String topic;

    PublishedSchema(String topic) {
        this.topic = topic;
    }

    /** By what it is known in an address: {@code reading} of {@code /api/v1/schemas/reading.json}. */
    public String id() {
        return topic;
    }

    /** The schema's text. */
    public String text() {
        String resource = FOLDER + topic + ".schema.json";
        try (InputStream in = PublishedSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(resource, failed);
        }
    }
}
