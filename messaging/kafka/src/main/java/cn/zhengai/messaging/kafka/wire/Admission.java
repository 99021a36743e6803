package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the rules in force say of readings that others wrote into the topic; those of our own collectors were judged
 * before they were appended and are not asked about. Safe for use by many threads.
 */
public interface Admission {
    /** What numerator / denominator of a point is multiplied by; empty when there is no such point. */
    OptionalInt scale(String point);

    /**
     * Why it is not taken; empty: it is.
     *
     * @param head as it is known or filled in; {@code recordedAt} is the record's timestamp
     */
    Optional<Reason> refusal(BatchHead head, Reading reading);
}
