package cn.zhengai.server.migrate;

import cn.zhengai.core.reading.Knowledge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What kept results knew of a log of several partitions, brought into a row in which each has what the one before has. A
 * log of one partition that takes the readings in this order has each of them as its beginning. Two that were asked for at
 * the same time by different instances may each lack something of the other; then the later in the row is given both.
 */
final class FallingPlaces {
    private final List<Knowledge> row = new ArrayList<>();
    private final Map<Knowledge, Integer> stages = new HashMap<>();
    private final long[] ends;
    private int widened;

    FallingPlaces(Collection<Knowledge> kept) {
        Knowledge last = Knowledge.NONE;
        List<Knowledge> smallestFirst = kept.stream()
                .filter(known -> !known.equals(Knowledge.ALL))
                .sorted(Comparator.comparingLong(known ->
                        known.places().stream().mapToLong(place -> place).sum()))
                .toList();
        for (Knowledge known : smallestFirst) {
            Knowledge both = joined(last, known);
            widened += both.equals(known) ? 0 : 1;
            stages.put(known, row.size());
            row.add(both);
            last = both;
        }
        this.ends = new long[row.size()];
    }

    private static Knowledge joined(Knowledge one, Knowledge other) {
        int partitions = Math.max(one.places().size(), other.places().size());
        return new Knowledge(IntStream.range(0, partitions)
                .mapToObj(partition -> Math.max(one.through(partition), other.through(partition)))
                .toList());
    }

    /** How many were given more than they had. */
    int widened() {
        return widened;
    }

    /** The first in the row that knows this reading; how many there are when none does. */
    int stage(int partition, long number) {
        int low = 0;
        int high = row.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row.get(middle).through(partition) >= number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * A reading was written.
     *
     * @param number of the other log, rising; stages never fall
     */
    void wrote(int stage, long number) {
        if (stage < ends.length) {
            ends[stage] = number;
        }
    }

    /** All are written. */
    void finish() {
        for (int stage = 1; stage < ends.length; stage++) {
            ends[stage] = Math.max(ends[stage], ends[stage - 1]);
        }
    }

    Knowledge translated(Knowledge kept) {
        Integer stage = stages.get(kept);
        return stage == null ? kept : Knowledge.in(0, ends[stage]);
    }

    @Override
    public String toString() {
        return row + " " + Arrays.toString(ends);
    }
}
