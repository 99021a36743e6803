package cn.zhengai.core.port;

import cn.zhengai.core.reading.Series;
import java.util.Map;

/** Takes readings away for good, when their time of keeping is over. */
public interface ReadingErasure {
    /**
     * Erases every reading of these series, in force or superseded, that speaks about an instant before the given one.
     * When it returns no file of the store holds them any more. Repeating it changes nothing; numbers of the log are not
     * given out again.
     *
     * @param before first instant that stays, epoch milliseconds, by series
     * @throws PortException {@link Trouble#DISK_FULL} and others; then all or nothing of it happened
     */
    Erased erase(Map<Series, Long> before);

    /**
     * What was erased.
     *
     * @param readings revisions included; repeats that waited to be settled count
     * @param series that lost at least one reading
     * @param fingerprint of the erased rows, whatever their order; of nothing: {@code 0}
     */
    record Erased(long readings, long series, String fingerprint) {}
}
