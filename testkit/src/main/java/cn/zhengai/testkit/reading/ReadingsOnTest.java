package cn.zhengai.testkit.reading;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingStore;

/** A log and a store that show the same readings, as a contract handles them. */
public interface ReadingsOnTest extends AutoCloseable {
    MessageLog log();

    /** Sees what {@link #log} was given, at the latest after {@link #settle}. */
    ReadingStore store();

    /** As {@link #store}. */
    Provenance provenance();

    /** Does now what the adapter does in the background in its own time: recording, flushing, compacting. */
    void settle();

    @Override
    void close();
}
