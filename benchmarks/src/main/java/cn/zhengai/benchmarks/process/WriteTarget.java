package cn.zhengai.benchmarks.process;

import java.io.IOException;

/** What takes line protocol in milliseconds. Safe for use by many threads. */
public interface WriteTarget {
    /** True when it is durable; false when the sender shall try again later. */
    boolean write(byte[] lines) throws IOException;
}
