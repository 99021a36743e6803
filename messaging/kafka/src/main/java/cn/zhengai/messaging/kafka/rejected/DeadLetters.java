package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Series;
import cn.zhengai.messaging.kafka.append.Appender;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.messaging.kafka.wire.SeriesOf;
import cn.zhengai.messaging.kafka.wire.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;

/** Dead letters as people look at them, and their second try. Safe for use by many threads. */
public final class DeadLetters {
    private final Connection connection;
    private final TopicPlan plan;
    private final Partitioning partitioning;
    private final Appender appender;

    public DeadLetters(Connection connection, TopicPlan plan, Appender appender) {
        this.connection = connection;
        this.plan = plan;
        this.partitioning = new Partitioning(plan.partitions());
        this.appender = appender;
    }

    /**
     * Those that were not driven again, in the order in which they were first put; at most so many. Each record once,
     * however many groups rejected it.
     *
     * @throws cn.zhengai.core.port.PortException {@link cn.zhengai.core.port.Trouble#UNAVAILABLE}
     */
    public List<DeadLetter> open(int most) {
        try (Standing standing = new Standing(connection, plan.rejected(), most, letter -> true)) {
            standing.read();
            return List.copyOf(standing.open());
        } catch (KafkaException failed) {
            throw Failures.of("读取死信", failed);
        }
    }

    /**
     * Writes letters into the topic of readings again, each into the partition of its series where that can be told, and
     * closes them. What is still no reading becomes a letter anew. A stop in between leaves letters open that were
     * driven: driving them again is harmless, for the same reading counts once.
     *
     * @param letters as {@link #open} gave them, or mended
     * @throws cn.zhengai.core.port.PortException as an append
     */
    public void redrive(List<DeadLetter> letters) {
        List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> done = new ArrayList<>();
        for (DeadLetter letter : letters) {
            again.add(addressed(letter));
            done.add(Envelope.redriven(plan.rejected(), letter));
        }
        appender.write(again);
        appender.write(done);
    }

    private ProducerRecord<byte[], byte[]> addressed(DeadLetter letter) {
        byte[] value = letter.value().map(Bytes::get).orElse(null);
        Optional<Series> series = letter.value().map(Bytes::get).flatMap(SeriesOf::value);
        byte[] key =
                series.map(ValueWriter::key).orElse(letter.key().map(Bytes::get).orElse(null));
        int partition = series.map(partitioning::of).orElse(letter.origin().partition());
        Long timestamp = letter.timestamp() < 0 ? null : letter.timestamp();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(plan.readings(), partition, timestamp, key, value);
        letter.headers().forEach(record.headers()::add);
        Envelope.driven(record.headers(), letter);
        return record;
    }
}
