package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.core.reading.Reason;
import cn.zhengai.messaging.kafka.wire.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;

/**
 * A record that is no reading, as it came (死信).
 *
 * @param origin where it stood; the same record rejected by several groups, or again, is one letter
 * @param detail what was found and what to do, in Chinese
 * @param timestamp of the record, epoch milliseconds
 * @param headers of the record, in order, without ours
 * @param tries how often it was driven before and came back
 */
public record DeadLetter(
        Place origin,
        Reason reason,
        String detail,
        long timestamp,
        Optional<Bytes> key,
        Optional<Bytes> value,
        List<Header> headers,
        int tries) {
    public DeadLetter {
        headers = List.copyOf(headers);
    }

    /** Of a record that was just found to be none. */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> record, Reason reason, String detail) {
        return new DeadLetter(
                new Place(record.topic(), record.partition(), record.offset()),
                reason,
                detail,
                record.timestamp(),
                Optional.ofNullable(Bytes.wrap(record.key())),
                Optional.ofNullable(Bytes.wrap(record.value())),
                Envelope.theirs(record.headers()),
                Envelope.tries(record.headers()));
    }

    /** The key for people; empty when it has none. */
    public String keyText() {
        return text(key);
    }

    /** The value for people; empty when it has none. */
    public String valueText() {
        return text(value);
    }

    /** The headers for people, {@code name = value}, in order. */
    public List<String> headerTexts() {
        return headers.stream()
                .map(header -> header.key() + " = " + text(Optional.ofNullable(Bytes.wrap(header.value()))))
                .toList();
    }

    private static String text(Optional<Bytes> bytes) {
        return bytes.map(some -> new String(some.get(), StandardCharsets.UTF_8)).orElse("");
    }

    /** The same with a value put right. */
    public DeadLetter mended(byte[] newValue) {
        return new DeadLetter(
                origin, reason, detail, timestamp, key, Optional.of(Bytes.wrap(newValue)), headers, tries);
    }
}
