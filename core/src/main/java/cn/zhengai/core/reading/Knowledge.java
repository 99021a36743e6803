package cn.zhengai.core.reading;

/**
 * What is known (知情范围): everything the log had taken in when it stood here. Exact, whatever the clocks said: a batch
 * that was being logged at the moment is known as far as it had come, and stays so for good.
 *
 * <p>Made by a {@link cn.zhengai.core.port.ReadingStore}, kept with results as its {@link #text}, and given back to the
 * store; nobody else looks inside, for a log of several partitions has a place in each.
 */
public record Knowledge(long seq) {
    /** Nothing is known. */
    public static final Knowledge NONE = new Knowledge(0);

    public Knowledge {
        if (seq < 0) {
            throw new IllegalArgumentException("no place in a log: " + seq);
        }
    }

    /** The last number of a partition that is known; {@link Long#MAX_VALUE} when there is no end. */
    public long through(int partition) {
        if (partition != 0) {
            throw new IllegalArgumentException("the log has one partition, not one with number " + partition);
        }
        return seq;
    }

    /** Is this reading, of partition 0, known? */
    public boolean has(Logged logged) {
        return logged.seq() <= seq;
    }

    /** For documents; {@link #parse} reads it. */
    public String text() {
        return Long.toString(seq);
    }

    /** For people. */
    public String chinese() {
        return seq == Long.MAX_VALUE ? "全部采集记录" : "采集记录第 " + seq + " 条及以前";
    }

    /**
     * The inverse of {@link #text}.
     *
     * @throws IllegalArgumentException when it is no knowledge
     */
    public static Knowledge parse(String text) {
        return new Knowledge(Long.parseLong(text));
    }
}
