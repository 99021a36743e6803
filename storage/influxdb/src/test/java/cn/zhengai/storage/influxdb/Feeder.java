package cn.zhengai.storage.influxdb;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.reading.Knowledge;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A recorder without a thread of its own: writes what the log has, in small deliveries. */
final class Feeder implements AutoCloseable {
    private final MessageLog log;
    private final Supplier<ReadingWriter> writers;
    private final int most;
    private final Map<Integer, Long> positions = new HashMap<>();
    private ReadingWriter writer;
    private MessageLog.Subscription subscription;

    Feeder(MessageLog log, Supplier<ReadingWriter> writers, int most) {
        this.log = log;
        this.writers = writers;
        this.most = most;
        this.writer = writers.get();
        this.subscription = log.subscribe("recorder", new Ours());
    }

    /** When it returns the store is where the log is. */
    void drain() {
        Knowledge end = log.end();
        while (!caughtUp(end)) {
            Delivery delivery = subscription.poll(most, Duration.ZERO);
            if (delivery.upTo() > delivery.after()) {
                writer.write(delivery);
                positions.put(delivery.partition(), delivery.upTo());
                subscription.commit(delivery.partition(), delivery.upTo());
            }
        }
    }

    private boolean caughtUp(Knowledge end) {
        for (int partition = 0; partition < end.places().size(); partition++) {
            if (positions.getOrDefault(partition, 0L) < end.through(partition)) {
                return false;
            }
        }
        return true;
    }

    /** Goes on as another process would: with a new writer that asks the store for everything. */
    void replace() {
        subscription.close();
        writer = writers.get();
        subscription = log.subscribe("recorder", new Ours());
    }

    @Override
    public void close() {
        subscription.close();
    }

    private final class Ours implements MessageLog.Assignment {
        @Override
        public long assigned(int partition) {
            writer.assigned(partition);
            long position = writer.position(partition);
            positions.put(partition, position);
            return position;
        }

        @Override
        public void revoked(int partition) {
            writer.revoked(partition);
        }
    }
}
