package cn.zhengai.server.migrate;

import cn.zhengai.core.reading.Logged;
import java.util.Comparator;

/**
 * A reading and where it belongs in a log of one partition: by what kept results knew, then by the time it was taken in,
 * never before one that stood before it in its series.
 *
 * @param stage of {@link FallingPlaces}
 * @param takenIn epoch milliseconds; of readings whose clock was set back that of the one before in their series
 * @param partition where it stood
 */
record Entry(int stage, long takenIn, int partition, Logged logged) implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::stage)
            .thenComparingLong(Entry::takenIn)
            .thenComparingInt(Entry::partition)
            .thenComparingLong(entry -> entry.logged.seq());

    @Override
    public int compareTo(Entry other) {
        return ORDER.compare(this, other);
    }
}
