package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.core.reading.Reason;
import cn.zhengai.messaging.kafka.wire.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * How a letter lies in its topic: key is the origin, value the value as it came, headers those of the record and ours,
 * named {@code zhengai-...}. A record of the same key with {@value #REDRIVEN} says that the letter was driven again.
 */
final class Envelope {
    /** Header of what was driven again: in the topic of readings and in that of letters; its value is the origin. */
    static final String REDRIVEN = "zhengai-redriven";

    private static final String OURS = "zhengai-";
    private static final String REASON = "zhengai-reason";
    private static final String DETAIL = "zhengai-detail";
    private static final String KEY = "zhengai-key";
    private static final String TIMESTAMP = "zhengai-timestamp";
    /** Size of the value as it came, when it was too large to be kept whole. */
    private static final String CUT = "zhengai-cut-from-bytes";

    /** How often the record was driven before. */
    private static final String TRIES = "zhengai-tries";

    private static final int LARGEST = 8 << 20;

    private Envelope() {}

    static ProducerRecord<byte[], byte[]> sealed(String topic, DeadLetter letter) {
        byte[] value = letter.value().map(Bytes::get).orElse(null);
        byte[] kept = value != null && value.length > LARGEST ? Arrays.copyOf(value, LARGEST) : value;
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, 0, bytes(letter.origin().toString()), kept);
        Headers headers = record.headers();
        letter.headers().forEach(headers::add);
        headers.add(REASON, bytes(letter.reason().name())).add(DETAIL, bytes(letter.detail()));
        headers.add(TIMESTAMP, bytes(String.valueOf(letter.timestamp())));
        if (letter.tries() > 0) {
            headers.add(TRIES, bytes(String.valueOf(letter.tries())));
        }
        letter.key().ifPresent(key -> headers.add(KEY, key.get()));
        if (value != null && value.length > LARGEST) {
            headers.add(CUT, bytes(String.valueOf(value.length)));
        }
        return record;
    }

    static ProducerRecord<byte[], byte[]> redriven(String topic, DeadLetter letter) {
        byte[] origin = bytes(letter.origin().toString());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, 0, origin, null);
        record.headers().add(REDRIVEN, origin);
        return record;
    }

    static boolean saysRedriven(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(REASON) == null && record.headers().lastHeader(REDRIVEN) != null;
    }

    /** Empty when somebody else wrote it. */
    static Optional<Place> origin(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? Optional.empty() : Place.parse(text(record.key()));
    }

    /** Empty when somebody else wrote it. */
    static Optional<DeadLetter> opened(ConsumerRecord<byte[], byte[]> record) {
        Optional<Place> origin = origin(record);
        Optional<Reason> reason = header(record, REASON).flatMap(Envelope::reason);
        Optional<Long> timestamp = header(record, TIMESTAMP).flatMap(Envelope::number);
        if (origin.isEmpty() || reason.isEmpty() || timestamp.isEmpty()) {
            return Optional.empty();
        }
        Header key = record.headers().lastHeader(KEY);
        return Optional.of(new DeadLetter(
                origin.get(),
                reason.get(),
                header(record, DETAIL).orElse(""),
                timestamp.get(),
                Optional.ofNullable(key).map(header -> Bytes.wrap(header.value())),
                Optional.ofNullable(Bytes.wrap(record.value())),
                theirs(record.headers()),
                tries(record.headers())));
    }

    /** Of a record that is driven again. */
    static void driven(Headers headers, DeadLetter letter) {
        headers.add(REDRIVEN, bytes(letter.origin().toString()));
        headers.add(TRIES, bytes(String.valueOf(letter.tries() + 1)));
    }

    /** Without ours. */
    static List<Header> theirs(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .filter(header -> !header.key().startsWith(OURS))
                .toList();
    }

    /** How often the record was driven before. */
    static int tries(Headers headers) {
        Header tries = headers.lastHeader(TRIES);
        return tries == null
                ? 0
                : number(text(tries.value())).map(Long::intValue).orElse(0);
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(header -> text(header.value()));
    }

    private static Optional<Reason> reason(String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }

    private static Optional<Long> number(String text) {
        return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
