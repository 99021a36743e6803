package cn.zhengai.messaging.kafka;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.MessageLog.Assignment;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small batches, and everything there is to read. */
final class Written {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Written() {}

    /** One reading of each of so many series, at one instant; the id says which. */
    static Batch batch(SeriesIndex index, String id, long at, int series) {
        BatchHead head = new BatchHead(id, "sis", Instant.ofEpochMilli(at), false);
        return new Batch(
                head,
                IntStream.range(0, series)
                        .mapToObj(s -> Reading.plain(index.of("attendance", "course-" + s), at, Micros.ONE, s + 1))
                        .toList());
    }

    /** Reads as a group of its own until so many readings came, and everything behind the last of them that holds none. */
    static List<Logged> read(KafkaLog log, String group, int expected) {
        Stand stand = new Stand();
        try (Subscription all = log.subscribe(group, stand)) {
            return stand.read(all, expected);
        }
    }

    /** Where a consumer stands in each partition. */
    static final class Stand implements Assignment {
        final Map<Integer, Long> positions = new HashMap<>();

        @Override
        public long assigned(int partition) {
            return positions.getOrDefault(partition, 0L);
        }

        @Override
        public void revoked(int partition) {}

        /** Reads on until so many readings came and then nothing. */
        List<Logged> read(Subscription member, int expected) {
            List<Logged> all = new ArrayList<>();
            long deadline = System.nanoTime() + LIMIT.toNanos();
            boolean quiet = false;
            while (all.size() < expected || !quiet) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(all.size() + " readings of " + expected + " within " + LIMIT);
                }
                Delivery next = member.poll(1000, SHORT);
                positions.put(next.partition(), next.upTo());
                all.addAll(next.readings());
                quiet = next.upTo() == next.after();
            }
            return all;
        }
    }
}
