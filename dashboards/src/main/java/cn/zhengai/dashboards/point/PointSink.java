package cn.zhengai.dashboards.point;

import java.util.List;

/** Where points are kept. The same points again change nothing. Safe for use by many threads. */
public interface PointSink {
    /**
     * When it returns, all of them are kept.
     *
     * @throws cn.zhengai.core.port.PortException when they are not, or not all; the same call may be repeated
     */
    void write(List<Point> points);

    /** Nothing is in it that this process did not write. */
    default boolean fresh() {
        return false;
    }
}
