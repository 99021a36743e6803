package cn.zhengai.server.migrate;

import cn.zhengai.alerting.engine.FactPlace;
import cn.zhengai.core.reading.Series;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the readings that caused facts stand in the other log. First all that are asked for are named, then every reading
 * that moves is shown, of each series in its order. Three numbers a fact are kept in memory.
 */
final class CausePlaces {
    private final Map<Series, Asked> bySeries = new HashMap<>();

    /** Of this fact of this series the place will be wanted; facts without a reading as their cause need none. */
    void ask(Series series, String factId) {
        FactPlace.of(factId)
                .ifPresent(place ->
                        bySeries.computeIfAbsent(series, s -> new Asked()).add(place.seq()));
    }

    /** A reading with its number before and after. */
    void moved(Series series, long before, long after) {
        Asked asked = bySeries.get(series);
        if (asked != null) {
            asked.moved(before, after);
        }
    }

    /** The fact's id with the numbers of the other log. */
    String translated(Series series, String factId) {
        Optional<FactPlace> place = FactPlace.of(factId);
        Asked asked = bySeries.get(series);
        return place.isEmpty() || asked == null
                ? factId
                : asked.translated(place.get()).id();
    }

    /** Numbers of one series: {@code after[i]} is that of the last reading up to {@code before[i]}, 0 when there is none. */
    private static final class Asked {
        private long[] before = new long[2];
        private long[] after = new long[0];
        private boolean[] there = new boolean[0];
        private int size;

        void add(long number) {
            if (size == before.length) {
                before = Arrays.copyOf(before, size * 2);
            }
            before[size++] = number;
        }

        void moved(long number, long other) {
            begin();
            int place = Arrays.binarySearch(before, number);
            int first = place < 0 ? -place - 1 : place;
            if (first < size) {
                after[first] = other;
                there[first] = place >= 0;
            }
        }

        /** Sorted, each once, when the first reading comes. */
        private void begin() {
            if (after.length != size || size != before.length) {
                before = Arrays.stream(before, 0, size).sorted().distinct().toArray();
                size = before.length;
                after = new long[size];
                there = new boolean[size];
            }
        }

        FactPlace translated(FactPlace place) {
            begin();
            int found = Arrays.binarySearch(before, place.seq());
            if (found < 0) {
                return place;
            }
            if (there[found]) {
                return place.at(after[found]);
            }
            int last = found;
            while (last > 0 && after[last] == 0) {
                last--;
            }
            return place.after(after[last]);
        }
    }
}
