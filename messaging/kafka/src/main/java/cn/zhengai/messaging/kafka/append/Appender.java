package cn.zhengai.messaging.kafka.append;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import cn.zhengai.messaging.kafka.wire.ValueWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * The one producer of a process. Whoever appends hands all records of a batch over without another's in between, then
 * waits beside the others until its own are durable. While brokers are away what waits is bounded: first callers wait
 * for room, then each fails when its patience ends. Safe for use by many threads.
 */
public final class Appender implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Partitioning partitioning;
    private final long patience;
    private final ReentrantLock sending = new ReentrantLock(true);
    private final ValueWriter writer = new ValueWriter();
    private volatile boolean closed;

    public Appender(Connection connection, String topic, Partitioning partitioning) {
        this.producer = new KafkaProducer<>(connection.producer());
        this.topic = topic;
        this.partitioning = partitioning;
        this.patience = connection.patience().toNanos();
    }

    /** As {@link cn.zhengai.core.port.MessageLog#append}. */
    public void append(List<Batch> batches) {
        durably(sink -> {
            for (Batch batch : batches) {
                byte[] tail = writer.tail(batch.head());
                for (Reading reading : batch.readings()) {
                    byte[] key = ValueWriter.key(reading.series());
                    sink.send(new ProducerRecord<>(topic, partitioning.of(key), key, writer.value(reading, tail)));
                }
            }
        });
    }

    /** Writes records of any topic; when it returns they are durable. Troubles as those of {@link #append}. */
    public void write(List<ProducerRecord<byte[], byte[]>> records) {
        durably(sink -> {
            for (ProducerRecord<byte[], byte[]> record : records) {
                sink.send(record);
            }
        });
    }

    private void durably(Sending records) {
        long deadline = System.nanoTime() + patience;
        Outstanding outstanding = new Outstanding();
        try {
            send(records, outstanding, deadline);
            outstanding.await(deadline - System.nanoTime());
        } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException interrupted) {
            Thread.currentThread().interrupt();
            throw Failures.of("写入", interrupted);
        } catch (Exception failed) {
            if (closed) {
                throw closedLog();
            }
            if (failed instanceof RuntimeException defect
                    && !(failed instanceof KafkaException)
                    && !(failed instanceof PortException)) {
                throw defect;
            }
            throw Failures.of("写入", failed);
        }
    }

    private void send(Sending records, Outstanding outstanding, long deadline) throws Exception {
        if (!sending.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw full();
        }
        try {
            if (closed) {
                throw closedLog();
            }
            records.all(record -> {
                outstanding.demandSound();
                if (System.nanoTime() - deadline > 0) {
                    throw full();
                }
                outstanding.sending();
                var unused = producer.send(record, outstanding);
            });
        } finally {
            sending.unlock();
        }
    }

    private static TimeoutException full() {
        return new TimeoutException("等待发送的采集值已满，集群没有答复");
    }

    private static PortException closedLog() {
        return new PortException(Trouble.UNAVAILABLE, "采集值日志已关闭。");
    }

    /** What was handed over is still sent, for ten seconds; then refuses. */
    @Override
    public void close() {
        closed = true;
        producer.close(GOODBYE);
    }

    /** Hands over records, one after the other. */
    private interface Sending {
        void all(Sink sink) throws Exception;
    }

    private interface Sink {
        void send(ProducerRecord<byte[], byte[]> record) throws Exception;
    }
}
