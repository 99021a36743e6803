package cn.zhengai.testkit.store;

import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.log.LogOnTest;
import cn.zhengai.testkit.log.MembersContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class MemoryMembersContractTest extends MembersContract {
    private static final int PARTITIONS = 4;

    private final List<Batch> kept = new ArrayList<>();

    @Override
    protected LogOnTest open(Path where, SeriesIndex series) {
        return new MemoryOnTest(kept, series, new Partitioning(PARTITIONS));
    }

    @Override
    protected int partitions() {
        return PARTITIONS;
    }
}
