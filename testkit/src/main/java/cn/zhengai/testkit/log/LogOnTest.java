package cn.zhengai.testkit.log;

import cn.zhengai.core.port.MessageLog;

/** A log as a contract handles it. */
public interface LogOnTest extends AutoCloseable {
    MessageLog log();

    /** Does now what the adapter does in the background in its own time: recording, flushing, compacting. */
    void settle();

    @Override
    void close();
}
