package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.Series;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition the readings of a series stand in: one, for ever, so that one warner sees them all in order. It is the
 * one the Java client (and with it Connect and Debezium) chooses for the key {@link ValueWriter#key}.
 *
 * @param partitions of the topic; another number would move series, so it never changes
 */
public record Homes(int partitions) {
    public Homes {
        if (partitions < 1) {
            throw new IllegalArgumentException("at least one partition: " + partitions);
        }
    }

    public int of(Series series) {
        return ofKey(ValueWriter.key(series));
    }

    public int ofKey(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
