package cn.zhengai.storage.influxdb;

import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingErasure;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.store.InfluxErasure;
import cn.zhengai.storage.influxdb.store.InfluxProvenance;
import cn.zhengai.storage.influxdb.store.InfluxStore;
import cn.zhengai.storage.influxdb.write.InfluxWriter;
import java.time.Duration;

/** The readings of a distributed run in one database of an InfluxDB server. Does not call it before it is asked. */
public final class InfluxReadings implements AutoCloseable {
    private final Connection connection;
    private final SeriesIndex index;
    private final Partitioning partitioning;
    private final InfluxStore store;
    private final InfluxProvenance provenance;
    private final InfluxErasure erasure;

    private InfluxReadings(Connection connection, SeriesIndex index, Partitioning partitioning, Duration lag) {
        this.connection = connection;
        this.index = index;
        this.partitioning = partitioning;
        this.store = new InfluxStore(connection, index, partitioning, lag);
        this.provenance = new InfluxProvenance(connection, index, partitioning);
        this.erasure = new InfluxErasure(connection, index, partitioning);
    }

    /**
     * @param index hands out the series of answers
     * @param partitioning that of the log
     * @param lag how long a question may wait for what is logged and not yet written
     */
    public static InfluxReadings open(InfluxAccess access, SeriesIndex index, Partitioning partitioning, Duration lag) {
        return new InfluxReadings(access.connect(), index, partitioning, lag);
    }

    /** The store; closing it alone refuses questions. */
    public ReadingStore store() {
        return store;
    }

    /** Who brought what. */
    public Provenance provenance() {
        return provenance;
    }

    /** Erasing for good. */
    public ReadingErasure erasure() {
        return erasure;
    }

    /** A new writer, for one thread. */
    public ReadingWriter writer() {
        return new InfluxWriter(connection, index, partitioning);
    }

    @Override
    public void close() {
        store.close();
        connection.close();
    }
}
