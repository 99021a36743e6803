package cn.zhengai.storage.duckdb;

import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.log.LogOnTest;
import cn.zhengai.testkit.log.MembersContract;
import java.nio.file.Path;

class DuckDbMembersContractTest extends MembersContract {
    @Override
    protected LogOnTest open(Path where, SeriesIndex series) {
        return OnTest.open(where, series);
    }

    @Override
    protected int partitions() {
        return 1;
    }
}
