package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reason;

/** What a record turned out to be. */
public sealed interface Decoded {
    /** A reading; its number is the record's offset + 1. */
    record Sound(Logged logged) implements Decoded {}

    /**
     * No reading.
     *
     * @param detail what was found and what to do, in Chinese
     */
    record Poison(Reason reason, String detail) implements Decoded {}
}
