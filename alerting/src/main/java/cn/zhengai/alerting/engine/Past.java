package cn.zhengai.alerting.engine;

import cn.zhengai.core.reading.Logged;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The readings in force of one series, by instant. */
final class Past {
    private final NavigableMap<Long, Logged> inForce = new TreeMap<>();

    /** @param bySeq everything ever logged of the series, in the order of the log */
    Past(List<Logged> bySeq) {
        bySeq.forEach(this::add);
    }

    /**
     * Takes the next reading of the log.
     *
     * @return whether it is now in force; a repeat of the one in force, or one that an older prevails over, is not
     */
    boolean add(Logged logged) {
        Logged before = inForce.get(logged.reading().at());
        if (before != null && (!logged.prevailsOver(before) || logged.reading().sameAs(before.reading()))) {
            return false;
        }
        inForce.put(logged.reading().at(), logged);
        return true;
    }

    Collection<Logged> inOrder() {
        return inForce.values();
    }

    /** Newest instant, epoch milliseconds; {@link Long#MIN_VALUE} when there is none. */
    long newest() {
        return inForce.isEmpty() ? Long.MIN_VALUE : inForce.lastKey();
    }
}
