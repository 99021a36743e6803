package cn.zhengai.messaging.kafka.read;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import cn.zhengai.messaging.kafka.rejected.LetterBox;
import cn.zhengai.messaging.kafka.wire.RecordReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * One member of a group of consumers. A partition that comes is held until its consumer said where it stands; of one
 * that goes everything fetched is dropped before another member can have it. Poison is durable among the dead letters
 * before a delivery moves over it.
 */
public final class Member implements MessageLog.Subscription, ConsumerRebalanceListener {
    /** A wait ends so often to look whether partitions came: they are held until their place is known. */
    private static final long GLANCE = Duration.ofMillis(100).toNanos();

    private static final CloseOptions GOODBYE = CloseOptions.timeout(Duration.ofSeconds(5));

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String group;
    private final String topic;
    private final MessageLog.Assignment assignment;
    private final RecordReader reader;
    private final LetterBox letters;
    private final Progress progress;
    private final Map<Integer, Portion> portions = new HashMap<>();
    /** Whose turn it is. */
    private final Deque<Integer> turns = new ArrayDeque<>();

    private final Set<Integer> unplaced = new HashSet<>();
    /** Partitions the consumer was asked about. */
    private final Set<Integer> told = new HashSet<>();
    /** Held while the client is used: it is for one thread at a time. */
    private final ReentrantLock use = new ReentrantLock();

    private volatile boolean woken;
    private volatile boolean logClosed;
    private volatile boolean left;

    public Member(
            Connection connection,
            Role role,
            MessageLog.Assignment assignment,
            RecordReader reader,
            LetterBox letters) {
        this.group = role.group();
        this.topic = role.topic();
        this.assignment = assignment;
        this.reader = reader;
        this.letters = letters;
        this.consumer = new KafkaConsumer<>(connection.member(group));
        this.progress = new Progress(consumer, topic);
        consumer.subscribe(List.of(topic), this);
    }

    /**
     * Who reads what.
     *
     * @param group as Kafka knows it
     */
    public record Role(String group, String topic) {}

    @Override
    public Delivery poll(int most, Duration patience) {
        use.lock();
        try {
            return pollAlone(most, patience);
        } catch (WakeupException early) {
            demandOpen();
        } catch (InterruptException interrupted) {
            Thread.currentThread().interrupt();
        } catch (KafkaException failed) {
            throw Failures.of("读取", failed);
        } finally {
            use.unlock();
        }
        woken = false;
        return nothing();
    }

    private Delivery pollAlone(int most, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        long rest = patience.toNanos();
        do {
            demandOpen();
            place();
            fetch(most, rest);
            place();
            Delivery delivery = deliver(most);
            if (delivery.upTo() > delivery.after()) {
                return delivery;
            }
            rest = deadline - System.nanoTime();
        } while (rest > 0 && !woken);
        woken = false;
        return nothing();
    }

    private void demandOpen() {
        if (logClosed || left) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值日志已关闭。");
        }
    }

    /**
     * Takes what the brokers have sent. With enough at hand nothing more is taken, and the client is used all the same:
     * that is when it takes part in rebalances, which others wait for.
     */
    private void fetch(int most, long nanos) {
        boolean enough = portions.values().stream().mapToInt(Portion::waiting).sum() >= most;
        boolean idle = portions.values().stream().noneMatch(Portion::ready);
        if (enough) {
            consumer.pause(placed());
        }
        try {
            take(consumer.poll(idle ? Duration.ofNanos(Math.max(0, Math.min(nanos, GLANCE))) : Duration.ZERO));
        } finally {
            if (enough) {
                consumer.resume(placed());
            }
        }
    }

    private List<TopicPartition> placed() {
        return portions.keySet().stream()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        records.nextOffsets().forEach((from, next) -> {
            Portion portion = portions.get(from.partition());
            if (portion != null) {
                portion.add(records.records(from), next.offset());
            }
        });
    }

    private Delivery deliver(int most) {
        for (int i = turns.size(); i > 0; i--) {
            Integer number = turns.remove();
            turns.add(number);
            Portion portion = portions.get(number);
            if (portion != null && portion.ready()) {
                Portion.Step step = portion.next(most, reader);
                if (!step.poison().isEmpty()) {
                    letters.put(group, step.poison());
                }
                portion.moveTo(step);
                return step.delivery();
            }
        }
        return nothing();
    }

    /** Of the partition that had its turn last. */
    private Delivery nothing() {
        Portion portion = turns.isEmpty() ? null : portions.get(turns.getLast());
        return portion == null ? new Delivery(0, 0, 0, List.of()) : portion.nothing();
    }

    /** Asks the consumer where it stands in partitions that came; one that failed is asked about again. */
    private void place() {
        if (unplaced.isEmpty()) {
            return;
        }
        Bounds bounds = Bounds.of(consumer, topic, unplaced);
        for (Integer partition : Set.copyOf(unplaced)) {
            long position = assignment.assigned(partition);
            told.add(partition);
            long begin = bounds.begin(partition, position, group);
            TopicPartition name = new TopicPartition(topic, partition);
            consumer.seek(name, begin);
            consumer.resume(List.of(name));
            unplaced.remove(partition);
            portions.put(partition, new Portion(partition, position, begin));
            turns.add(partition);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> came) {
        consumer.pause(came);
        for (TopicPartition one : came) {
            consumer.seek(one, 0);
            unplaced.add(one.partition());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> went) {
        if (logClosed) {
            return;
        }
        for (TopicPartition one : went) {
            unplaced.remove(one.partition());
            turns.remove(one.partition());
            progress.forget(one.partition());
            portions.remove(one.partition());
            if (told.remove(one.partition())) {
                assignment.revoked(one.partition());
            }
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> gone) {
        onPartitionsRevoked(gone);
    }

    @Override
    public void commit(int partition, long upTo) {
        if (!left && portions.containsKey(partition)) {
            progress.commit(partition, new OffsetAndMetadata(upTo));
        }
    }

    @Override
    public void wake() {
        woken = true;
        consumer.wakeup();
    }

    /** The log is closed: leaves the group and refuses from now on; any thread. Its own thread still closes it. */
    public void logClosed() {
        logClosed = true;
        consumer.wakeup();
        leave();
    }

    /** Has left the group. */
    public boolean left() {
        return left;
    }

    private void leave() {
        use.lock();
        try {
            if (!left) {
                left = true;
                progress.last();
                consumer.close(GOODBYE);
            }
        } catch (KafkaException failed) {
            throw Failures.of("退出消费组", failed);
        } finally {
            use.unlock();
        }
    }

    @Override
    public void close() {
        leave();
        Set<Integer> rest = Set.copyOf(told);
        told.clear();
        rest.forEach(assignment::revoked);
    }
}
