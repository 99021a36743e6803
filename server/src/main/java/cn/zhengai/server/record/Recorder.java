package cn.zhengai.server.record;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingWriter;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log as group {@value #CONSUMER} and writes what it delivers into the store. What fails is written again; a
 * repeat changes nothing. While the store is away the log is not read on, so nothing piles up here. One thread calls
 * {@link #runOnce}; any may {@link #wake}.
 */
public final class Recorder implements AutoCloseable {
    /** Name of the group. */
    public static final String CONSUMER = "recorder";

    private static final int READINGS_AT_ONCE = 50_000;

    private final MessageLog log;
    private final ReadingWriter writer;
    private final Duration patience;
    private final LongConsumer recorded;
    private volatile MessageLog.@Nullable Subscription subscription;
    private @Nullable Delivery current;

    /**
     * A recorder that has not joined yet.
     *
     * @param patience how long a turn waits when there is nothing to read
     * @param recorded told how many readings were written
     */
    public Recorder(MessageLog log, ReadingWriter writer, Duration patience, LongConsumer recorded) {
        this.log = log;
        this.writer = writer;
        this.patience = patience;
        this.recorded = recorded;
    }

    /**
     * Deals with one delivery, or waits for one.
     *
     * @return whether there was one
     * @throws PortException of log or store; nothing is lost, call again
     */
    public boolean runOnce() {
        MessageLog.Subscription joined = joined();
        Delivery delivery = current;
        if (delivery == null) {
            delivery = joined.poll(READINGS_AT_ONCE, patience);
            if (delivery.upTo() == delivery.after()) {
                return false;
            }
            current = delivery;
        }
        writer.write(delivery);
        current = null;
        recorded.accept(delivery.readings().size());
        joined.commit(delivery.partition(), delivery.upTo());
        return true;
    }

    private MessageLog.Subscription joined() {
        MessageLog.Subscription joined = subscription;
        if (joined == null) {
            joined = log.subscribe(CONSUMER, new Membership());
            subscription = joined;
        }
        return joined;
    }

    /** Ends a waiting {@link #runOnce} early. */
    public void wake() {
        MessageLog.Subscription joined = subscription;
        if (joined != null) {
            joined.wake();
        }
    }

    /** Leaves the group; called by the thread that runs it, or after that has ended. */
    @Override
    public void close() {
        MessageLog.Subscription joined = subscription;
        subscription = null;
        current = null;
        if (joined != null) {
            joined.close();
        }
    }

    private final class Membership implements MessageLog.Assignment {
        @Override
        public long assigned(int partition) {
            writer.assigned(partition);
            return writer.position(partition);
        }

        @Override
        public void revoked(int partition) {
            writer.revoked(partition);
        }
    }
}
