package cn.zhengai.messaging.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Series;
import java.util.Random;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitioningTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void placesAsTheClientsOfKafkaDo(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] key = new byte[random.nextInt(40)];
            random.nextBytes(key);
            int partitions = 1 + random.nextInt(64);

            assertThat(new Partitioning(partitions).of(key))
                    .isEqualTo(Utils.toPositive(Utils.murmur2(key)) % partitions);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 64})
    void aSeriesIsPlacedByItsKeyInTheTopic(int partitions) {
        Partitioning partitioning = new Partitioning(partitions);
        for (int i = 0; i < 500; i++) {
            Series series = Series.named("出勤率-" + i % 7, "学生 " + i);

            assertThat(partitioning.of(series)).isEqualTo(partitioning.of(ValueWriter.key(series)));
        }
    }
}
