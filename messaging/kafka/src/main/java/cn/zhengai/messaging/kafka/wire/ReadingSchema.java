package cn.zhengai.messaging.kafka.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published JSON Schema of values, for whoever writes into the topic beside us. */
public final class ReadingSchema {
    /** On the class path. */
    public static final String RESOURCE = "cn/zhengai/messaging/kafka/reading.schema.json";

    private ReadingSchema() {}

    /** The schema's text. */
    public static String text() {
        try (InputStream in = ReadingSchema.class.getResourceAsStream("/" + RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(RESOURCE, failed);
        }
    }
}
