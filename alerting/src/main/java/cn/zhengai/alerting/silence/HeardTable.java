package cn.zhengai.alerting.silence;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The newest reading of each series: its instant and who brought it, in plain arrays by series number (13 bytes a
 * series). For one thread.
 */
final class HeardTable {
    private static final int FIRST_SIZE = 1024;

    private long[] at = new long[FIRST_SIZE];
    private @Nullable String[] source = new @Nullable String[FIRST_SIZE];
    private boolean[] history = new boolean[FIRST_SIZE];

    /** Takes the newest reading of a series in place of what was known. */
    void put(Logged newest) {
        int number = newest.reading().series().number();
        if (number >= at.length) {
            grow(Math.max(number + 1, at.length * 2));
        }
        at[number] = newest.reading().at();
        source[number] = newest.head().source().intern();
        history[number] = newest.head().history();
    }

    private void grow(int size) {
        at = Arrays.copyOf(at, size);
        source = Arrays.copyOf(source, size);
        history = Arrays.copyOf(history, size);
    }

    /** Who brought the newest reading; null when there is none. */
    @Nullable
    String source(Series series) {
        return series.number() < source.length ? source[series.number()] : null;
    }

    /** Instant of the newest reading, epoch milliseconds; only where there is a {@link #source}. */
    long at(Series series) {
        return at[series.number()];
    }

    /** The newest reading came as backfill: nobody waits for the next. */
    boolean history(Series series) {
        return history[series.number()];
    }
}
