package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.core.reading.Reason;

/** Counts records that were put aside. Any thread. */
public interface RejectionMeter {
    /** Counts nothing. */
    RejectionMeter UNCOUNTED = (group, reason) -> {};

    /**
     * One more is kept as a dead letter. A record counts once for each group that meets it, and again when it is met
     * again; exact figures are those of {@link DeadLetters#open}.
     */
    void rejected(String group, Reason reason);
}
