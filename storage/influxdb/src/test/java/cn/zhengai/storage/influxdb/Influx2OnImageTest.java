package cn.zhengai.storage.influxdb;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The image that docker-compose.yml runs. */
@Tag("images")
class Influx2OnImageTest extends InfluxContracts {
    @RegisterExtension
    static final InfluxImage IMAGE = InfluxImage.two();

    @Override
    InfluxAccess access(Path where) {
        return IMAGE.of(where);
    }

    @Nested
    class Erasure extends ErasureContract {
        @Override
        InfluxAccess access(Path where) {
            return IMAGE.of(where);
        }
    }
}
