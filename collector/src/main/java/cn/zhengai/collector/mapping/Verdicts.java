package cn.zhengai.collector.mapping;

import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;

/** Takes what a row turned out to be: any number of readings and rejections. */
public interface Verdicts {
    void accepted(Reading reading);

    /** @param detail what was found and what to do, in Chinese */
    void rejected(int row, Reason reason, String detail);

    /** An optional measure of the row has no value. */
    void empty(int row);
}
