package cn.zhengai.testkit.log;

import cn.zhengai.core.port.MessageLog.Assignment;

/** A consumer that always begins after the same place. */
record From(long position) implements Assignment {
    @Override
    public long assigned(int partition) {
        return position;
    }

    @Override
    public void revoked(int partition) {}
}
