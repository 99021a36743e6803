package cn.zhengai.testkit.store;

import static cn.zhengai.core.port.ReadingStore.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.ReadingStore.Counts;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryReadingsTest {
    private final SeriesIndex index = new SeriesIndex();
    private final MemoryReadings readings = new MemoryReadings(index);
    private final Series series = index.of("attendance", "course-1");
    private final Instant monday = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void aValueThatComesBackIsNewsAndTheSameTwiceIsNot() {
        take("b1", monday, 90, 90);
        take("b2", monday.plusSeconds(1), 95);
        take("b3", monday.plusSeconds(2), 90);

        assertThat(readings.revisions(series, 0)).extracting(Logged::seq).containsExactly(1L, 3L, 4L);
        assertThat(readings.read(series, 0, 1, NOW)).extracting(Logged::seq).containsExactly(4L);
        assertThat(readings.read(series, 0, 1, readings.knownAt(monday)))
                .extracting(Logged::seq)
                .containsExactly(1L);
        assertThat(readings.counts()).isEqualTo(new Counts(1, 2, 1));
    }

    @Test
    void aConsumerGoesOnWhereItSaysItStands() {
        take("b1", monday, 1, 2, 3, 4, 5);
        MessageLog.Subscription warner = readings.subscribe("warner", new MessageLog.Assignment() {
            @Override
            public long assigned(int partition) {
                return 2;
            }

            @Override
            public void revoked(int partition) {}
        });

        MessageLog.Delivery delivery = warner.poll(2, Duration.ZERO);

        assertThat(delivery.after()).isEqualTo(2);
        assertThat(delivery.upTo()).isEqualTo(4);
        assertThat(delivery.readings()).extracting(Logged::seq).containsExactly(3L, 4L);
        assertThat(warner.poll(9, Duration.ZERO).upTo()).isEqualTo(5);
        assertThat(warner.poll(9, Duration.ZERO).readings()).isEmpty();
    }

    private void take(String id, Instant recordedAt, long... values) {
        List<Reading> rows = Arrays.stream(values)
                .mapToObj(value -> Reading.plain(series, 0, Micros.ofWhole(value), 1))
                .toList();
        readings.append(List.of(new Batch(new BatchHead(id, "sis", recordedAt, false), rows)));
    }
}
