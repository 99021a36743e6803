package cn.zhengai.server.migrate;

import cn.zhengai.core.reading.Knowledge;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Places in a log of one partition, and where the log of several stood when everything up to there had been copied. */
final class RisingPlaces {
    private final long[] before;
    private final Map<Knowledge, Knowledge> after = new HashMap<>();
    private int next;

    RisingPlaces(Collection<Knowledge> kept) {
        this.before = kept.stream()
                .filter(known -> !known.equals(Knowledge.ALL))
                .mapToLong(known -> known.through(0))
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * The reading of this number comes next.
     *
     * @param counts readings copied so far, by partition
     */
    void reach(long number, long[] counts) {
        while (next < before.length && before[next] < number) {
            note(counts);
        }
    }

    /** None follows. */
    void finish(long[] counts) {
        while (next < before.length) {
            note(counts);
        }
    }

    private void note(long[] counts) {
        after.put(
                Knowledge.in(0, before[next++]),
                new Knowledge(Arrays.stream(counts).boxed().toList()));
    }

    Knowledge translated(Knowledge kept) {
        return after.getOrDefault(kept, kept);
    }
}
