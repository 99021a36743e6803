package cn.zhengai.server.run;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingErasure;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Readings;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.storage.influxdb.InfluxReadings;

/** The log on Kafka and the store in InfluxDB, which recorders fill from it. */
record DistributedReadings(KafkaLog kafka, InfluxReadings influx) implements Readings {
    @Override
    public MessageLog log() {
        return kafka;
    }

    @Override
    public ReadingStore store() {
        return influx.store();
    }

    @Override
    public Provenance provenance() {
        return influx.provenance();
    }

    @Override
    public ReadingErasure erasure() {
        return influx.erasure();
    }

    @Override
    public void close() {
        kafka.close();
        influx.close();
    }
}
