package cn.zhengai.storage.duckdb;

import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.log.MessageLogContract;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import java.nio.file.Path;

class DuckDbLogContractTest extends MessageLogContract {
    @Override
    protected ReadingsOnTest open(Path where, SeriesIndex series) {
        return OnTest.open(where, series);
    }
}
