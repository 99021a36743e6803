package cn.zhengai.server.publish;

import cn.zhengai.dashboards.point.Point;
import java.time.Instant;
import java.util.function.Consumer;

/** One kind of results. For one thread. */
interface Round {
    /** Gives what is to be published; the same again until it was kept. */
    void publish(Instant now, Consumer<Point> out);

    /** All that {@link #publish} gave last is kept for good. */
    void kept();
}
