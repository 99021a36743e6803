package cn.zhengai.collector.pull;

/**
 * What one turn brought.
 *
 * @param read rows that the source gave
 * @param fresh of these, rows that were new or changed, and were handed in
 * @param accepted readings of them
 * @param rejected rejections
 * @param complete everything up to the safety lag was read; else there is more at once
 */
public record PullCount(long read, long fresh, long accepted, long rejected, boolean complete) {
    public static final PullCount NONE = new PullCount(0, 0, 0, 0, true);

    PullCount plus(PullCount other) {
        return new PullCount(
                read + other.read,
                fresh + other.fresh,
                accepted + other.accepted,
                rejected + other.rejected,
                other.complete);
    }
}
