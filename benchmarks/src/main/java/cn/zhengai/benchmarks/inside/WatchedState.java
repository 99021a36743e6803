package cn.zhengai.benchmarks.inside;

import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Size;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Fork;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What it takes to know a million series: the table of series and the warner's state, after a reading of each, one in a
 * hundred in warning. The catalogue is not counted; the names of points and subjects are its.
 */
public final class WatchedState {
    private static final int COLLECTIONS = 3;

    private final Size size;
    private final SeriesIndex index = new SeriesIndex();
    private final List<String> points;
    private final List<String> subjects;
    private int next;

    private WatchedState(Catalogue catalogue, Size size) {
        this.size = size;
        this.points = List.copyOf(catalogue.points().keySet());
        this.subjects = List.copyOf(catalogue.subjects().keySet());
    }

    /** Arguments: a {@link Size}. Says {@code bytes}. */
    public static void main(String[] arguments) throws IOException {
        Size size = Size.of(arguments);
        Path room = Checkout.room("state");
        try {
            Catalogue catalogue = new College(size).catalogue(room);
            WatchedState state = new WatchedState(catalogue, size);
            try (Warner warner = Room.warner(catalogue, state.index, state::turn)) {
                long before = used();
                while (warner.runOnce()) {
                    Thread.onSpinWait();
                }
                Fork.say("bytes", (double) (used() - before));
            } finally {
                Reference.reachabilityFence(state);
            }
        } finally {
            Checkout.delete(room);
        }
    }

    private List<Logged> turn() {
        BatchHead head = new BatchHead("b", "push", Instant.EPOCH, false);
        List<Logged> turn = new ArrayList<>();
        while (next < size.series() && turn.size() < Room.TURN) {
            var series = index.of(points.get(next / size.subjects()), subjects.get(next % size.subjects()));
            long micros = (next % 100 == 0 ? 40 : 90) * Micros.ONE;
            next++;
            turn.add(new Logged(next, head, Reading.plain(series, 1_000, micros, 1)));
        }
        return turn;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
