package cn.zhengai.core.port;

/**
 * How a store that is not the log itself is filled: a recorder reads the log and writes what it delivers. Of each
 * partition there is one owner at a time; an owner that was held up and writes on although another took over does no
 * harm. Used by one thread.
 */
public interface ReadingWriter {
    /** Number of the last reading of a partition that is written for good; 0 before the first. */
    long position(int partition);

    /** The partition is ours from now on. */
    void assigned(int partition);

    /** The partition is no longer ours. */
    void revoked(int partition);

    /**
     * Writes what was delivered. When it returns, everything up to {@link MessageLog.Delivery#upTo} is durable and {@link
     * #position} says so; when it throws, any part of it may be, and writing it again is harmless.
     *
     * @throws PortException {@link Trouble#DISK_FULL}, {@link Trouble#UNAVAILABLE} and others
     */
    void write(MessageLog.Delivery delivery);
}
