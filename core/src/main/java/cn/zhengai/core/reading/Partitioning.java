package cn.zhengai.core.reading;

import java.nio.charset.StandardCharsets;

/**
 * In which partition of the log a series is: murmur2 of the UTF-8 of its {@link Series#key}, as the clients of Kafka
 * place keyed records when nobody tells them otherwise, so that others may write to the log too. Positions and numbers
 * count within a partition: how many there are never changes.
 *
 * @param partitions at least 1
 */
public record Partitioning(int partitions) {
    /** A log that is not divided. */
    public static final Partitioning ONE = new Partitioning(1);

    private static final int SEED = 0x9747b28c;
    private static final int MIX = 0x5bd1e995;
    private static final int MIX_SHIFT = 24;
    private static final int WORD = 4;
    private static final int BYTE = 0xff;

    public Partitioning {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: " + partitions);
        }
    }

    /** From 0 to {@code partitions - 1}. */
    public int of(Series series) {
        return partitions == 1 ? 0 : of(series.key().getBytes(StandardCharsets.UTF_8));
    }

    /** Of a key as it stands in a record. */
    public int of(byte[] key) {
        return (murmur2(key) & Integer.MAX_VALUE) % partitions;
    }

    private static int murmur2(byte[] data) {
        int whole = data.length / WORD * WORD;
        int hash = SEED ^ data.length;
        for (int at = 0; at < whole; at += WORD) {
            int word = (data[at] & BYTE)
                    + ((data[at + 1] & BYTE) << 8)
                    + ((data[at + 2] & BYTE) << 16)
                    + ((data[at + 3] & BYTE) << 24);
            word *= MIX;
            word ^= word >>> MIX_SHIFT;
            word *= MIX;
            hash = hash * MIX ^ word;
        }
        int left = data.length - whole;
        for (int i = left - 1; i >= 0; i--) {
            hash ^= (data[whole + i] & BYTE) << (8 * i);
        }
        if (left > 0) {
            hash *= MIX;
        }
        hash ^= hash >>> 13;
        hash *= MIX;
        hash ^= hash >>> 15;
        return hash;
    }
}
