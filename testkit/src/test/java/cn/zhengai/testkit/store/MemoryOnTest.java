package cn.zhengai.testkit.store;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import java.util.List;

/** The reference with a memory of its own: what was appended is appended again when it is opened again. */
final class MemoryOnTest implements ReadingsOnTest, MessageLog {
    private final List<Batch> kept;
    private final MemoryReadings readings;

    MemoryOnTest(List<Batch> kept, SeriesIndex index) {
        this(kept, index, Partitioning.ONE);
    }

    MemoryOnTest(List<Batch> kept, SeriesIndex index, Partitioning partitioning) {
        this.kept = kept;
        this.readings = new MemoryReadings(index, partitioning);
        readings.append(kept);
    }

    @Override
    public MessageLog log() {
        return this;
    }

    @Override
    public ReadingStore store() {
        return readings;
    }

    @Override
    public Provenance provenance() {
        return readings;
    }

    @Override
    public synchronized void append(List<Batch> batches) {
        readings.append(batches);
        kept.addAll(batches);
    }

    @Override
    public Knowledge end() {
        return readings.end();
    }

    @Override
    public Subscription subscribe(String group, Assignment assignment) {
        return readings.subscribe(group, assignment);
    }

    @Override
    public void settle() {
        // nothing is ever in disorder
    }

    @Override
    public void close() {
        readings.close();
    }
}
