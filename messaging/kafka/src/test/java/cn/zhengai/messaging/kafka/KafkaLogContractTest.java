package cn.zhengai.messaging.kafka;

import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.log.LogOnTest;
import cn.zhengai.testkit.log.MessageLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneBroker.class)
class KafkaLogContractTest extends MessageLogContract {
    @Override
    protected LogOnTest open(Path where, SeriesIndex series) {
        return KafkaOnTest.open(where, 1, series);
    }
}
