package cn.zhengai.messaging.kafka;

import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.log.LogOnTest;
import cn.zhengai.testkit.log.MembersContract;
import cn.zhengai.testkit.log.MessageLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The image that docker-compose.yml runs keeps the contracts of the log. */
@Tag("images")
class KafkaOnImageTest {
    @RegisterExtension
    static final KafkaImage IMAGE = new KafkaImage();

    @Nested
    class Log extends MessageLogContract {
        @Override
        protected LogOnTest open(Path where, SeriesIndex series) {
            return KafkaOnTest.open(IMAGE.servers(), where, 1, series);
        }
    }

    @Nested
    class Members extends MembersContract {
        @Override
        protected LogOnTest open(Path where, SeriesIndex series) {
            return KafkaOnTest.open(IMAGE.servers(), where, partitions(), series);
        }

        @Override
        protected int partitions() {
            return 6;
        }
    }
}
