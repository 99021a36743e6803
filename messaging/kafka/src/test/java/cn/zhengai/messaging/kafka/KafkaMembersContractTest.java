package cn.zhengai.messaging.kafka;

import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.log.LogOnTest;
import cn.zhengai.testkit.log.MembersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneBroker.class)
class KafkaMembersContractTest extends MembersContract {
    @Override
    protected LogOnTest open(Path where, SeriesIndex series) {
        return KafkaOnTest.open(where, 6, series);
    }

    @Override
    protected int partitions() {
        return 6;
    }
}
