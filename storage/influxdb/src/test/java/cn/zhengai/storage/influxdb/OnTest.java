package cn.zhengai.storage.influxdb;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import cn.zhengai.testkit.store.MemoryReadings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Readings in a real server, filled from a log in memory as soon as they are appended, as contracts handle them. */
final class OnTest implements ReadingsOnTest, MessageLog {
    private static final Map<Path, MemoryReadings> LOGS = new ConcurrentHashMap<>();
    private static final Duration LAG = Duration.ofMillis(200);
    private static final int MOST = 7;

    private final MemoryReadings log;
    private final InfluxReadings readings;
    private final Feeder feeder;

    private OnTest(MemoryReadings log, InfluxReadings readings) {
        this.log = log;
        this.readings = readings;
        this.feeder = new Feeder(log, readings::writer, MOST);
    }

    /** What is kept for this folder: a database and a log. */
    static ReadingsOnTest open(Path folder, SeriesIndex index, Partitioning partitioning) {
        return open(Servers.of(folder), folder, index, partitioning);
    }

    /** The same, with the database named. */
    static ReadingsOnTest open(InfluxAccess access, Path folder, SeriesIndex index, Partitioning partitioning) {
        MemoryReadings log = LOGS.computeIfAbsent(folder, f -> new MemoryReadings(new SeriesIndex(), partitioning));
        return new OnTest(log, InfluxReadings.open(access, index, partitioning, LAG));
    }

    @Override
    public MessageLog log() {
        return this;
    }

    @Override
    public ReadingStore store() {
        return readings.store();
    }

    @Override
    public Provenance provenance() {
        return readings.provenance();
    }

    /** Another recorder takes over. */
    @Override
    public void settle() {
        feeder.replace();
        feeder.drain();
    }

    @Override
    public void append(List<Batch> batches) {
        log.append(batches);
        feeder.drain();
    }

    @Override
    public Subscription subscribe(String group, Assignment assignment) {
        return log.subscribe(group, assignment);
    }

    @Override
    public Knowledge end() {
        return log.end();
    }

    @Override
    public void close() {
        feeder.close();
        readings.close();
    }
}
