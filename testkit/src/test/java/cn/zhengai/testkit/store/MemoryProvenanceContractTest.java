package cn.zhengai.testkit.store;

import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class MemoryProvenanceContractTest extends ProvenanceContract {
    private final List<Batch> kept = new ArrayList<>();

    @Override
    protected ReadingsOnTest open(Path where, SeriesIndex series) {
        return new MemoryOnTest(kept, series);
    }
}
