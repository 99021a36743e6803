package cn.zhengai.messaging.kafka.topic;

import java.time.Duration;

/**
 * The topics we use.
 *
 * @param partitions of the topic of readings, what the ledger's positions are about; never changes
 * @param copies of every record on different brokers
 * @param inSync copies that must have a record before it counts as durable
 * @param keep how long readings stay in the topic, when we create it
 */
public record TopicPlan(Names names, int partitions, int copies, int inSync, Duration keep) {
    public TopicPlan {
        if (partitions < 1 || inSync < 1 || copies < inSync || keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException(
                    "partitions " + partitions + ", copies " + copies + ", in sync " + inSync + ", keep " + keep);
        }
    }

    /** Three copies, two in sync, where there are three brokers; readings stay for 30 days. */
    public static TopicPlan standard(int partitions, int brokers) {
        int copies = Math.min(3, brokers);
        return new TopicPlan(Names.under("zhengai"), partitions, copies, Math.max(1, copies - 1), Duration.ofDays(30));
    }

    public String readings() {
        return names.readings();
    }

    public String rejected() {
        return names.rejected();
    }

    public String warnings() {
        return names.warnings();
    }

    /**
     * What the topics are called.
     *
     * @param rejected dead letters
     * @param warnings facts of warnings, for others to read
     */
    public record Names(String readings, String rejected, String warnings) {
        /** {@code zhengai.readings} and so on, for {@code zhengai}. */
        public static Names under(String prefix) {
            return new Names(prefix + ".readings", prefix + ".rejected", prefix + ".warnings");
        }
    }
}
