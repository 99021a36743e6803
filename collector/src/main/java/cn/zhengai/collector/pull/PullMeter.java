package cn.zhengai.collector.pull;

import cn.zhengai.core.port.Trouble;

/** Counts what pulling does; bound to metrics by whoever runs it. Must not block. */
public interface PullMeter {
    /** Nobody counts. */
    PullMeter UNCOUNTED = new PullMeter() {
        @Override
        public void pulled(String source, PullCount count) {
            // nobody counts
        }

        @Override
        public void compared(String source, Compared found) {
            // nobody counts
        }

        @Override
        public void failed(String source, Trouble trouble) {
            // nobody counts
        }
    };

    void pulled(String source, PullCount count);

    void compared(String source, Compared found);

    void failed(String source, Trouble trouble);
}
