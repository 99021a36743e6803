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
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Quiet readings through a whole warner by one thread, from memory: how many a second, and what a reading more in a turn
 * allocates (a turn itself allocates a little, however long it is). Laps of the same readings, the first ones to warm up.
 */
public final class Evaluation {
    private static final int WARM_UP = 8;
    private static final int LAPS = 5;
    private static final int SHORT_TURN = Room.TURN / 10;

    private final Catalogue catalogue;
    private final SeriesIndex index = new SeriesIndex();
    private final Size size;
    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Evaluation(Catalogue catalogue, Size size) {
        this.catalogue = catalogue;
        this.size = size;
    }

    /** Arguments: a {@link Size}. Says {@code perSecond} and {@code bytesPerReading}. */
    public static void main(String[] arguments) throws IOException {
        Size size = Size.of(arguments);
        Path room = Checkout.room("evaluation");
        try {
            new Evaluation(new College(size).catalogue(room), size).run();
        } finally {
            Checkout.delete(room);
        }
    }

    private void run() {
        List<List<Logged>> whole = turns(Room.TURN);
        List<List<Logged>> parts = turns(SHORT_TURN);
        double[] pace = new double[LAPS];
        double bytes = 0;
        for (int lap = 0; lap < WARM_UP + LAPS; lap++) {
            Lap inParts = lap(parts);
            Lap inWhole = lap(whole);
            if (lap >= WARM_UP) {
                pace[lap - WARM_UP] = inWhole.readings * 1e9 / inWhole.nanos;
                double perTurn = (double) inWhole.bytes / inWhole.turns - (double) inParts.bytes / inParts.turns;
                bytes += perTurn / (Room.TURN - SHORT_TURN) / LAPS;
            }
        }
        Arrays.sort(pace);
        Fork.say("perSecond", pace[LAPS / 2]);
        Fork.say("bytesPerReading", bytes);
    }

    private record Lap(long readings, int turns, long nanos, long bytes) {}

    /** The first instant, when each series gets its rule, is not timed: it comes once in the life of a process. */
    private Lap lap(List<List<Logged>> turns) {
        Iterator<List<Logged>> left = turns.iterator();
        try (Warner warner = Room.warner(catalogue, index, () -> left.hasNext() ? left.next() : List.of())) {
            int first = size.series() / turns.get(0).size();
            for (int i = 0; i < first; i++) {
                warner.runOnce();
            }
            int timed = turns.size() - first;
            long bytes = thread.getCurrentThreadAllocatedBytes();
            long started = System.nanoTime();
            for (int i = 0; i < timed; i++) {
                warner.runOnce();
            }
            long nanos = System.nanoTime() - started;
            long allocated = thread.getCurrentThreadAllocatedBytes() - bytes;
            return new Lap((long) timed * turns.get(0).size(), timed, nanos, allocated);
        }
    }

    private List<List<Logged>> turns(int length) {
        BatchHead head = new BatchHead("b", "push", Instant.EPOCH, false);
        List<List<Logged>> turns = new ArrayList<>();
        List<Logged> turn = new ArrayList<>();
        long seq = 0;
        for (int t = 0; t < size.instants(); t++) {
            for (int s = 0; s < size.series(); s++) {
                var series = index.of(College.point(s / size.subjects()), College.subject(s % size.subjects()));
                long micros = (90 + (s + t) % 10) * Micros.ONE;
                turn.add(new Logged(++seq, head, Reading.plain(series, t * 1000L, micros, 1)));
                if (turn.size() == length) {
                    turns.add(List.copyOf(turn));
                    turn.clear();
                }
            }
        }
        return turns;
    }
}
