package cn.zhengai.storage.duckdb;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import java.nio.file.Path;

/** Readings in a real file, as contracts handle them. */
record OnTest(DuckDbReadings readings) implements ReadingsOnTest {
    /** A tail of a few readings only, so that consumers read from memory and from the tables. */
    static ReadingsOnTest open(Path folder, SeriesIndex index) {
        return new OnTest(DuckDbReadings.open(
                folder.resolve("readings.duckdb"), index, new Options(128, 2, 20, 1_000_000, "16MB")));
    }

    @Override
    public MessageLog log() {
        return readings.log();
    }

    @Override
    public ReadingStore store() {
        return readings.store();
    }

    @Override
    public Provenance provenance() {
        return readings.provenance();
    }

    @Override
    public void settle() {
        readings.settle();
    }

    @Override
    public void close() {
        readings.close();
    }
}
