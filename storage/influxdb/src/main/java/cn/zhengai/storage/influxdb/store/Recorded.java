package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.storage.influxdb.write.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How far the store is behind the log. */
final class Recorded {
    private static final long LOOK_NANOS = 20_000_000;

    private final Places places;
    private final Duration patience;

    /** @param patience how long to wait for whoever fills the store */
    Recorded(Places places, Duration patience) {
        this.places = places;
        this.patience = patience;
    }

    Knowledge known() {
        return places.known();
    }

    Knowledge at(Instant instant) {
        return least(places.at(instant), places.known());
    }

    /** Of what a question is about, what is written: the same for the whole of it. */
    Knowledge pin(Knowledge asOf) {
        Knowledge known = places.known();
        return asOf.equals(ReadingStore.NOW) ? known : least(asOf, known);
    }

    /**
     * As {@link #pin}, when all of it is written.
     *
     * @throws PortException {@link Trouble#UNAVAILABLE} when it is not in time
     */
    Knowledge await(Knowledge asOf) {
        long end = System.nanoTime() + patience.toNanos();
        Knowledge pinned = pin(asOf);
        while (!asOf.equals(ReadingStore.NOW) && !pinned.equals(asOf)) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new PortException(
                        Trouble.UNAVAILABLE,
                        "时序库还没有写到所问之处：已写到" + pinned.chinese() + "，所问的是" + asOf.chinese()
                                + "。请确认记录员（recorder）在运行，稍后会自动重试。");
            }
            LockSupport.parkNanos(LOOK_NANOS);
            pinned = pin(asOf);
        }
        return pinned;
    }

    private static Knowledge least(Knowledge one, Knowledge other) {
        int partitions = Math.max(one.places().size(), other.places().size());
        List<Long> places = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            places.add(Math.min(one.through(partition), other.through(partition)));
        }
        return new Knowledge(places);
    }
}
