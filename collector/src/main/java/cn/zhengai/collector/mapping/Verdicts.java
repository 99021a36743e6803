package cn.zhengai.collector.mapping;

import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import java.util.Optional;

/** Takes what a row turned out to be: any number of readings and rejections. */
public interface Verdicts {
    /** @param reason why the row says so, in its own words, one line of any length; empty when it does not say */
    void accepted(Reading reading, Optional<String> reason);

    /** @param detail what was found and what to do, in Chinese */
    void rejected(int row, Reason reason, String detail);

    /** An optional measure of the row has no value. */
    void empty(int row);
}
