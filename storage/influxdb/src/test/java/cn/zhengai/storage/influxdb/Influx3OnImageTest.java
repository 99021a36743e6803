package cn.zhengai.storage.influxdb;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Release 3 Core keeps every contract but one: it takes no point away, and erasing says so. */
@Tag("images")
class Influx3OnImageTest extends InfluxContracts {
    @RegisterExtension
    static final InfluxImage IMAGE = InfluxImage.three();

    @Override
    InfluxAccess access(Path where) {
        return IMAGE.of(where);
    }

    @Nested
    class NoErasure extends NoErasureContract {
        @Override
        InfluxAccess access(Path where) {
            return IMAGE.of(where);
        }
    }
}
