package cn.zhengai.storage.influxdb.table;

import cn.zhengai.core.reading.Logged;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The readings of one series and instant by seq, each once: of a run of the same readings within one revision only the
 * first, for the others say nothing new.
 */
public final class Chain {
    private final NavigableMap<Long, Logged> bySeq = new TreeMap<>();

    /** One that is kept; said again it changes nothing. */
    public void keep(Logged kept) {
        bySeq.putIfAbsent(kept.seq(), kept);
    }

    /** One that comes from the log, perhaps not for the first time; false when it says nothing new. */
    public boolean add(Logged logged) {
        if (bySeq.containsKey(logged.seq()) || repeats(logged)) {
            return false;
        }
        bySeq.put(logged.seq(), logged);
        return true;
    }

    /** Decided by what stands before it in the log alone, so that it is decided alike whenever it comes. */
    private boolean repeats(Logged logged) {
        for (Logged before : bySeq.headMap(logged.seq(), false).descendingMap().values()) {
            if (before.reading().revision() == logged.reading().revision()) {
                return before.reading().sameAs(logged.reading());
            }
        }
        return false;
    }

    /** How many there are. */
    public int size() {
        return bySeq.size();
    }

    /** By seq. */
    public List<Logged> all() {
        return List.copyOf(bySeq.values());
    }

    /** By seq, those up to a number. */
    public List<Logged> through(long seq) {
        return List.copyOf(bySeq.headMap(seq, true).values());
    }

    /** The one in force among some; empty when there are none. */
    public static Optional<Logged> inForce(List<Logged> chain) {
        return chain.stream().reduce((a, b) -> b.prevailsOver(a) ? b : a);
    }
}
