package cn.zhengai.collector.intake;

import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of what a file says, what is not in force already. A value that stands more than once in the file is judged against the
 * one before it. For one batch, one thread.
 */
public final class Changes {
    private final ReadingStore store;
    private long fresh;
    private long revised;
    private long unchanged;

    public Changes(ReadingStore store) {
        this.store = store;
    }

    /** Readings nothing was known of before. */
    public long fresh() {
        return fresh;
    }

    /** Readings whose series and instant had another value. */
    public long revised() {
        return revised;
    }

    /** Readings that said what is in force. */
    public long unchanged() {
        return unchanged;
    }

    /** Places of those that are to be sent. */
    BitSet of(List<Reading> readings) {
        Map<Spot, Reading> known = inForce(readings);
        BitSet changed = new BitSet();
        for (int i = 0; i < readings.size(); i++) {
            Reading one = readings.get(i);
            Reading before = known.put(new Spot(one.series(), one.at()), one);
            if (before == null) {
                fresh++;
                changed.set(i);
            } else if (sameValue(before, one)) {
                unchanged++;
            } else {
                revised++;
                changed.set(i);
            }
        }
        return changed;
    }

    /** A source's own revision counts when it has one. */
    private static boolean sameValue(Reading before, Reading now) {
        return now.revision() == 0 ? before.revised(0).sameAs(now) : before.sameAs(now);
    }

    /**
     * First asks for sums over the whole span, which say all of a series that has one reading there, or none: so it is
     * with what comes for the first time. Of the others asks by instant or by series, whichever takes fewer questions.
     */
    private Map<Spot, Reading> inForce(List<Reading> readings) {
        Map<Spot, Reading> known = new HashMap<>();
        TreeSet<Long> instants = new TreeSet<>();
        Set<Series> series = new HashSet<>();
        Set<String> points = new HashSet<>();
        for (Reading one : readings) {
            instants.add(one.at());
            series.add(one.series());
            points.add(one.series().point());
        }
        Set<Series> several = new HashSet<>();
        store.summarise(points, instants.first(), instants.last() + 1, ReadingStore.NOW, sum -> {
            known.put(spot(sum.last()), sum.last());
            if (sum.count() > 1 && series.contains(sum.series())) {
                several.add(sum.series());
            }
        });
        if (!several.isEmpty() && instants.size() <= several.size()) {
            for (long at : instants) {
                store.summarise(points, at, at + 1, ReadingStore.NOW, sum -> known.put(spot(sum.last()), sum.last()));
            }
        } else {
            for (Series one : several) {
                for (Logged logged : store.read(one, instants.first(), instants.last() + 1, ReadingStore.NOW)) {
                    known.put(spot(logged.reading()), logged.reading());
                }
            }
        }
        return known;
    }

    private static Spot spot(Reading reading) {
        return new Spot(reading.series(), reading.at());
    }

    /** What a reading speaks about. */
    private record Spot(Series series, long at) {}
}
