package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as a consumer gets them, of a topic with one partition. */
final class Records {
    static final String TOPIC = "zhengai.readings";
    static final long TIMESTAMP = 1_772_409_600_123L;

    private Records() {}

    static ConsumerRecord<byte[], byte[]> of(String value) {
        return of(7, value.getBytes(StandardCharsets.UTF_8));
    }

    static ConsumerRecord<byte[], byte[]> of(long offset, BatchHead head, Reading reading) {
        ValueWriter writer = new ValueWriter();
        return of(offset, writer.value(reading, writer.tail(head)));
    }

    static ConsumerRecord<byte[], byte[]> of(long offset, byte[] value) {
        return new ConsumerRecord<>(
                TOPIC,
                0,
                offset,
                TIMESTAMP,
                TimestampType.CREATE_TIME,
                0,
                value.length,
                new byte[0],
                value,
                new RecordHeaders(),
                java.util.Optional.empty());
    }
}
