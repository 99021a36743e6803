package cn.zhengai.messaging.kafka.read;

import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import cn.zhengai.messaging.kafka.wire.Decoded;
import cn.zhengai.messaging.kafka.wire.RecordReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One assigned partition: where its consumer stands, and what was fetched beyond that. Positions are offsets of what
 * comes next, which are also numbers of what was dealt with, for a reading's number is its offset + 1.
 */
final class Portion {
    private final int partition;
    private final ArrayDeque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
    private long position;
    /** Everything before it was fetched or is no record: markers of transactions, what was aborted or deleted. */
    private long end;

    /** @param begin where fetching begins, at or beyond the position */
    Portion(int partition, long position, long begin) {
        this.partition = partition;
        this.position = position;
        this.end = begin;
    }

    void add(List<ConsumerRecord<byte[], byte[]>> records, long next) {
        fetched.addAll(records);
        end = Math.max(end, next);
    }

    int waiting() {
        return fetched.size();
    }

    /** Its consumer can go on. */
    boolean ready() {
        return end > position;
    }

    Delivery nothing() {
        return new Delivery(partition, position, position, List.of());
    }

    /** What comes next, its poison apart; moves nobody until {@link #moveTo}. */
    Step next(int most, RecordReader reader) {
        List<Logged> readings = new ArrayList<>(Math.min(most, fetched.size()));
        List<DeadLetter> poison = new ArrayList<>();
        long upTo = position;
        int taken = 0;
        for (Iterator<ConsumerRecord<byte[], byte[]>> rest = fetched.iterator(); rest.hasNext() && taken < most; ) {
            ConsumerRecord<byte[], byte[]> record = rest.next();
            Decoded decoded = reader.read(record);
            if (decoded instanceof Decoded.Sound sound) {
                readings.add(sound.logged());
            } else if (decoded instanceof Decoded.Poison found) {
                poison.add(DeadLetter.of(record, found.reason(), found.detail()));
            }
            upTo = record.offset() + 1;
            taken++;
        }
        return new Step(
                new Delivery(partition, position, taken == fetched.size() ? end : upTo, readings), poison, taken);
    }

    void moveTo(Step step) {
        for (int i = 0; i < step.taken(); i++) {
            fetched.remove();
        }
        position = step.delivery().upTo();
    }

    /** @param taken records it is made of */
    record Step(Delivery delivery, List<DeadLetter> poison, int taken) {}
}
