package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.reading.Summary;
import cn.zhengai.testkit.reading.SeededReadings;
import cn.zhengai.testkit.store.MemoryReadings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A log with a small busy world in it, and the answers a store that was filled from it must give. */
final class Twins {
    static final Partitioning TWO = new Partitioning(2);

    private final SeriesIndex index = new SeriesIndex();
    private final MemoryReadings log = new MemoryReadings(index, TWO);
    private final SeededReadings world;
    private int readers;

    Twins(long seed) {
        this.world = new SeededReadings(seed, index);
    }

    /** So many more batches. */
    Twins grow(int batches) {
        for (int i = 0; i < batches; i++) {
            log.append(List.of(world.batch(30)));
        }
        return this;
    }

    /** One more reading. */
    void add(BatchHead head, Reading reading) {
        log.append(List.of(new Batch(head, List.of(reading))));
    }

    MessageLog log() {
        return log;
    }

    /** All there are. */
    List<Series> series() {
        return index.since(0);
    }

    /** Deliveries of one partition from a place on, as a new owner of it would get them. */
    List<MessageLog.Delivery> deliveries(int partition, long after, int most) {
        List<MessageLog.Delivery> all = new ArrayList<>();
        String group = "reader " + readers++;
        try (MessageLog.Subscription reader = log.subscribe(group, new From(partition, after))) {
            long end = log.end().through(partition);
            long place = after;
            while (place < end) {
                MessageLog.Delivery delivery = reader.poll(most, Duration.ZERO);
                if (delivery.partition() == partition && delivery.upTo() > place) {
                    all.add(delivery);
                    place = delivery.upTo();
                }
            }
        }
        return all;
    }

    /** A new owner of every partition writes what is not there yet. */
    void takeOver(InfluxReadings readings, int most) {
        for (int partition = 0; partition < TWO.partitions(); partition++) {
            ReadingWriter writer = readings.writer();
            writer.assigned(partition);
            deliveries(partition, writer.position(partition), most).forEach(writer::write);
        }
    }

    /** Every answer is the log's own. */
    void compare(ReadingStore store) {
        assertThat(store.known()).isEqualTo(log.known());
        Set<String> points = Set.copyOf(SeededReadings.points());
        List<Series> series = series();
        compareAsOf(store, ReadingStore.NOW);
        for (Series one : series) {
            assertThat(store.read(one, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW))
                    .isEqualTo(log.read(one, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW));
        }
        ChangeQuery all = ChangeQuery.of(Knowledge.in(0, 20), ReadingStore.NOW, points, 1000);
        assertThat(store.changes(all)).isEqualTo(log.changes(all));
        assertThat(store.counts()).isEqualTo(log.counts());
    }

    /** Every answer is what the log's was when it stood there. */
    void compareAsOf(ReadingStore store, Knowledge asOf) {
        Set<String> points = Set.copyOf(SeededReadings.points());
        compareHistory(store, asOf);
        assertThat(sums(store, points, asOf)).containsExactlyInAnyOrderElementsOf(sums(log, points, asOf));
        assertThat(latest(store, points, asOf)).containsExactlyInAnyOrderElementsOf(latest(log, points, asOf));
        Map<Series, Long> newest = new HashMap<>();
        log.newest(asOf, newest::put);
        Map<Series, Long> told = new HashMap<>();
        store.newest(asOf, told::put);
        assertThat(told).isEqualTo(newest);
    }

    /** All that was logged is there. */
    void compareHistory(ReadingStore store, Knowledge asOf) {
        List<Series> series = index.since(0);
        assertThat(store.history(series, asOf)).containsExactlyInAnyOrderElementsOf(log.history(series, asOf));
    }

    private static List<Summary> sums(ReadingStore store, Set<String> points, Knowledge asOf) {
        List<Summary> all = new ArrayList<>();
        store.summarise(points, Long.MIN_VALUE, Long.MAX_VALUE, asOf, all::add);
        return all;
    }

    private static List<Logged> latest(ReadingStore store, Set<String> points, Knowledge asOf) {
        List<Logged> all = new ArrayList<>();
        store.latest(points, asOf, all::add);
        return all;
    }

    private record From(int wanted, long after) implements MessageLog.Assignment {
        @Override
        public long assigned(int partition) {
            return partition == wanted ? after : 0;
        }

        @Override
        public void revoked(int partition) {
            // nothing is kept
        }
    }
}
