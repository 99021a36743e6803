package cn.zhengai.storage.influxdb;

import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import cn.zhengai.testkit.store.ProvenanceContract;
import cn.zhengai.testkit.store.ReadingStoreContract;
import cn.zhengai.testkit.store.ReferenceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** Every contract of readings, on some InfluxDB. */
abstract class InfluxContracts {
    private static final Partitioning THREE = new Partitioning(3);

    /** The database of a folder. */
    abstract InfluxAccess access(Path where);

    @Nested
    class Store extends ReadingStoreContract {
        @Override
        protected ReadingsOnTest open(Path where, SeriesIndex series) {
            return OnTest.open(access(where), where, series, Partitioning.ONE);
        }
    }

    @Nested
    class Provenance extends ProvenanceContract {
        @Override
        protected ReadingsOnTest open(Path where, SeriesIndex series) {
            return OnTest.open(access(where), where, series, Partitioning.ONE);
        }
    }

    @Nested
    class Reference extends ReferenceContract {
        @Override
        protected ReadingsOnTest open(Path where, SeriesIndex series) {
            return OnTest.open(access(where), where, series, Partitioning.ONE);
        }
    }

    @Nested
    class ReferenceInPartitions extends ReferenceContract {
        @Override
        protected Partitioning partitioning() {
            return THREE;
        }

        @Override
        protected ReadingsOnTest open(Path where, SeriesIndex series) {
            return OnTest.open(access(where), where, series, THREE);
        }
    }
}
