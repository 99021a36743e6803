package cn.zhengai.core.reading;

/**
 * A reading in the log.
 *
 * @param seq its place: rises strictly in the order of durability, within a partition
 */
public record Logged(long seq, BatchHead head, Reading reading) {
    /** Does this one prevail over another of the same series and instant? Higher revision, then later in the log. */
    public boolean prevailsOver(Logged other) {
        return reading.revision() != other.reading.revision()
                ? reading.revision() > other.reading.revision()
                : seq > other.seq;
    }
}
