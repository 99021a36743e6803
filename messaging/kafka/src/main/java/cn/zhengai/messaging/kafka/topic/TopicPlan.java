package cn.zhengai.messaging.kafka.topic;

import java.time.Duration;

/**
 * The topics we use.
 *
 * @param readings name of the topic of readings
 * @param rejected name of the topic of dead letters
 * @param partitions of the topic of readings, what the ledger's positions are about; never changes
 * @param copies of every record on different brokers
 * @param inSync copies that must have a record before it counts as durable
 * @param keep how long readings stay in the topic, when we create it
 */
public record TopicPlan(String readings, String rejected, int partitions, int copies, int inSync, Duration keep) {
    public TopicPlan {
        if (partitions < 1 || inSync < 1 || copies < inSync || keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException(
                    "partitions " + partitions + ", copies " + copies + ", in sync " + inSync + ", keep " + keep);
        }
    }

    /** {@code zhengai.readings} and {@code zhengai.rejected}; three copies, two in sync, where there are three brokers. */
    public static TopicPlan standard(int partitions, int brokers) {
        int copies = Math.min(3, brokers);
        return new TopicPlan(
                "zhengai.readings",
                "zhengai.rejected",
                partitions,
                copies,
                Math.max(1, copies - 1),
                Duration.ofDays(30));
    }
}
