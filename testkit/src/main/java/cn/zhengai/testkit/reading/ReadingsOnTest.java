package cn.zhengai.testkit.reading;

import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.testkit.log.LogOnTest;

/** A log and a store that show the same readings, as a contract handles them. */
public interface ReadingsOnTest extends LogOnTest {
    /** Sees what {@link #log} was given, at the latest after {@link #settle}. */
    ReadingStore store();

    /** As {@link #store}. */
    Provenance provenance();
}
