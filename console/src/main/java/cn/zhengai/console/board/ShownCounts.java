package cn.zhengai.console.board;

import cn.zhengai.core.measure.Band;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Counts as they may be shown: where a band has one to four persons, it is merged with its neighbours until together they
 * are at least five, so that neither the number itself nor its complement can be read off.
 *
 * @param whole all of them; its total may always be shown
 * @param merged bands of which only the sum is shown; none, or at least two
 */
public record ShownCounts(BandCounts whole, Set<Band> merged) {
    private static final List<Band> BANDS = List.of(Band.values());

    public ShownCounts {
        merged = Set.copyOf(merged);
    }

    /** Nothing is merged. */
    static ShownCounts open(BandCounts counts) {
        return new ShownCounts(counts, Set.of());
    }

    /**
     * Of at least five persons. Merged is a run of neighbouring bands from the first to the last with few, so that which
     * bands are merged tells no more than that one of them has few.
     */
    static ShownCounts ofPersons(BandCounts counts) {
        List<Band> few = BANDS.stream().filter(b -> few(counts.of(b))).toList();
        if (few.isEmpty()) {
            return open(counts);
        }
        int from = BANDS.indexOf(few.get(0));
        int until = BANDS.indexOf(few.get(few.size() - 1)) + 1;
        while (!enough(counts, BANDS.subList(from, until))) {
            int next = nearest(counts, from, until);
            from = Math.min(from, next);
            until = Math.max(until, next + 1);
        }
        return new ShownCounts(counts, EnumSet.copyOf(BANDS.subList(from, until)));
    }

    private static boolean few(long count) {
        return count > 0 && count < Discretion.SMALLEST_GROUP;
    }

    private static boolean enough(BandCounts counts, List<Band> run) {
        return run.stream().filter(b -> counts.of(b) > 0).count() > 1 && sum(counts, run) >= Discretion.SMALLEST_GROUP;
    }

    /** Place of the nearest band outside the run with somebody in it, the worse one first. */
    private static int nearest(BandCounts counts, int from, int until) {
        for (int distance = 1; distance < BANDS.size(); distance++) {
            for (int place : new int[] {until - 1 + distance, from - distance}) {
                if (place >= 0 && place < BANDS.size() && counts.of(BANDS.get(place)) > 0) {
                    return place;
                }
            }
        }
        throw new IllegalArgumentException("fewer than five: " + counts);
    }

    private static long sum(BandCounts counts, Collection<Band> bands) {
        return bands.stream().mapToLong(counts::of).sum();
    }

    /** Both tables side by side, summed: what is merged in one is merged in the sum. */
    ShownCounts plus(ShownCounts other) {
        Set<Band> both = EnumSet.noneOf(Band.class);
        both.addAll(merged);
        both.addAll(other.merged);
        return new ShownCounts(whole.plus(other.whole), both);
    }

    /** Empty when it is only shown together with others. */
    public OptionalLong of(Band band) {
        return merged.contains(band) ? OptionalLong.empty() : OptionalLong.of(whole.of(band));
    }

    /** Sum of what is merged; 0 when nothing is. */
    public long together() {
        return sum(whole, merged);
    }

    /** Sum of these bands, when it can be read off what is shown. */
    public OptionalLong of(Set<Band> bands) {
        boolean readable = bands.stream().noneMatch(merged::contains) || bands.containsAll(merged);
        return readable ? OptionalLong.of(sum(whole, bands)) : OptionalLong.empty();
    }
}
