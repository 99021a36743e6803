package cn.zhengai.storage.influxdb;

import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import cn.zhengai.testkit.store.ProvenanceContract;
import java.nio.file.Path;

class InfluxProvenanceContractTest extends ProvenanceContract {
    @Override
    protected ReadingsOnTest open(Path where, SeriesIndex series) {
        return OnTest.open(where, series, Partitioning.ONE);
    }
}
