package cn.zhengai.server.migrate;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.server.record.Recorder;
import java.time.Duration;
import java.util.stream.IntStream;

/** Runs a recorder until the store knows what the log holds. For one thread. */
final class Catching {
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private final ReadingStore store;
    private final Recorder recorder;

    Catching(ReadingStore store, Recorder recorder) {
        this.store = store;
        this.recorder = recorder;
    }

    /** @throws PortException {@link Trouble#UNAVAILABLE} when it does not get on */
    void upTo(Knowledge end) {
        long since = System.nanoTime();
        while (!covers(store.known(), end)) {
            if (recorder.runOnce()) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STANDSTILL.toNanos()) {
                throw new PortException(
                        Trouble.UNAVAILABLE,
                        "采集值库 " + STANDSTILL.toSeconds() + " 秒内没有收到新的采集值，日志还没有写完。请检查 Kafka 和 InfluxDB，清空目标后重新迁移。");
            }
        }
    }

    private static boolean covers(Knowledge known, Knowledge end) {
        return IntStream.range(0, end.places().size())
                .allMatch(partition -> known.through(partition) >= end.through(partition));
    }
}
