package cn.zhengai.storage.influxdb;

import java.nio.file.Path;

class ErasureTest extends ErasureContract {
    @Override
    InfluxAccess access(Path where) {
        return Servers.of(where);
    }
}
