package cn.zhengai.collector.follow;

import org.jspecify.annotations.Nullable;

/** A record as it stands in its partition. */
public final class TopicRecord {
    private final long offset;
    private final long timestamp;
    private final @Nullable String key;
    private final byte @Nullable [] value;

    /**
     * As it came.
     *
     * @param timestamp milliseconds since 1970; negative when it has none
     * @param key as text
     * @param value the caller no longer changes it; null says that what had the key is deleted
     */
    public TopicRecord(long offset, long timestamp, @Nullable String key, byte @Nullable [] value) {
        this.offset = offset;
        this.timestamp = timestamp;
        this.key = key;
        this.value = value;
    }

    long offset() {
        return offset;
    }

    long timestamp() {
        return timestamp;
    }

    @Nullable
    String key() {
        return key;
    }

    byte @Nullable [] value() {
        return value;
    }

    /** Bytes of the value. */
    int size() {
        return value == null ? 0 : value.length;
    }
}
