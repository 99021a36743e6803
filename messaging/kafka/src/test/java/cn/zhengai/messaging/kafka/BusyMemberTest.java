package cn.zhengai.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.client.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A member with thousands of readings at hand lets another join after a few steps, not when it has dealt with all. */
@ExtendWith(OneBroker.class)
class BusyMemberTest {
    private static final int PARTITIONS = 4;
    private static final int BATCHES = 50;
    private static final int SERIES = 400;
    private static final int STEPS = 200;
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private final Set<String> seen = new HashSet<>();

    @Test
    void anotherGetsItsPartMeanwhile() {
        Connection connection = Connection.to(OneBroker.bootstrap());
        try (KafkaLog log =
                KafkaLog.open(connection, KafkaOnTest.plan(folder, PARTITIONS), KafkaOnTest.reading(index))) {
            log.append(IntStream.range(0, BATCHES)
                    .mapToObj(i -> Written.batch(index, "b" + i, i + 1L, SERIES))
                    .toList());
            Written.Stand stand = new Written.Stand();
            try (Subscription busy = log.subscribe("warner", stand);
                    Subscription late = log.subscribe("warner", stand)) {
                int steps = 0;
                boolean joined = false;
                while (!joined && steps < STEPS) {
                    step(busy, stand, 5);
                    joined = step(late, stand, 5) > 0;
                    steps++;
                }
                assertThat(joined).as("after %s steps", steps).isTrue();
                assertThat(seen).hasSizeLessThan(BATCHES * SERIES);

                while (seen.size() < BATCHES * SERIES) {
                    step(busy, stand, 5000);
                    step(late, stand, 5000);
                }
            }
            assertThat(stand.positions.values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(BATCHES * SERIES);
        }
    }

    private int step(Subscription member, Written.Stand stand, int most) {
        Delivery some = member.poll(most, AT_ONCE);
        for (Logged logged : some.readings()) {
            seen.add(logged.head().id() + logged.reading().series().key());
        }
        if (some.upTo() > some.after()) {
            stand.positions.put(some.partition(), some.upTo());
        }
        return some.readings().size();
    }
}
