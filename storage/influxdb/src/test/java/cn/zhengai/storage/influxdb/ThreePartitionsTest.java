package cn.zhengai.storage.influxdb;

import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import cn.zhengai.testkit.store.ReferenceContract;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As the reference also when the log is divided: numbers count within a partition. */
class ThreePartitionsTest extends ReferenceContract {
    private static final Partitioning THREE = new Partitioning(3);
    private static final long FIRST = Long.getLong("zhengai.seed", 1000);
    private static final int WORLDS = Integer.getInteger("zhengai.worlds", 8);

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + WORLDS);
    }

    @Override
    protected Partitioning partitioning() {
        return THREE;
    }

    @Override
    protected ReadingsOnTest open(Path where, SeriesIndex series) {
        return OnTest.open(where, series, THREE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAsTheReferenceInManyWorlds(long seed) {
        compareThroughout(seed);
    }
}
