package cn.zhengai.server.run;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Knowledge;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Waits until the other instances have recorded and evaluated what stands in the log now. */
final class CatchingUp {
    private static final long GLANCE_MILLIS = 200;
    /** Nothing got on for so long: nobody is there to do it. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Stores stores;
    private final Work work;

    CatchingUp(Stores stores, Work work) {
        this.stores = stores;
        this.work = work;
    }

    /** @throws PortException {@link Trouble#UNAVAILABLE} when they do not get on */
    void await() {
        Knowledge end = stores.readings().log().end();
        long least = Long.MAX_VALUE;
        long since = System.nanoTime();
        while (true) {
            long left = work.readings(end) + unrecorded(end);
            if (left == 0) {
                return;
            }
            if (left < least) {
                least = left;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STANDSTILL.toNanos()) {
                throw new PortException(
                        Trouble.UNAVAILABLE,
                        "还有 " + left + " 条采集值没有记录或计算，" + STANDSTILL.toSeconds()
                                + " 秒内没有进展。请检查角色 recorder 和 warner 的实例是否在运行（zhengai serve --role recorder,warner）。");
            }
            pause();
        }
    }

    /** Readings up to here that are not in the store. */
    long unrecorded(Knowledge end) {
        Knowledge known = stores.readings().store().known();
        List<Long> places = end.places();
        return IntStream.range(0, places.size())
                .mapToLong(partition -> Math.max(0, places.get(partition) - known.through(partition)))
                .sum();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PortException(Trouble.UNAVAILABLE, "等待被中断", interrupted);
        }
    }
}
