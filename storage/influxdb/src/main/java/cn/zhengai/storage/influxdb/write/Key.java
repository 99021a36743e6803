package cn.zhengai.storage.influxdb.write;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;

/** One series and instant, epoch milliseconds. */
record Key(Series series, long at) {
    static Key of(Logged logged) {
        return new Key(logged.reading().series(), logged.reading().at());
    }
}
