package cn.zhengai.core.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts as they may be shown: where a band has one to four persons, it is merged with its neighbours until together they
 * are at least five, so that neither the number itself nor its complement can be read off.
 *
 * @param whole all of them; its total may always be shown
 * @param merged runs of neighbouring bands of which only the sum is shown, each of at least two; best first
 */
public record ShownCounts(BandCounts whole, List<Set<Band>> merged) {
    /** Smallest group of persons whose aggregate is shown (domain page, section 7). */
    public static final int SMALLEST_GROUP = 5;

    private static final List<Band> BANDS = List.of(Band.values());
    /** Where the bands of one side of the standard begin: met, not met, unknown. */
    private static final List<Integer> SIDES = List.of(0, 2, 4, BANDS.size());

    public ShownCounts {
        merged = merged.stream().map(Set::copyOf).toList();
    }

    /** Nothing is merged. */
    public static ShownCounts open(BandCounts counts) {
        return new ShownCounts(counts, List.of());
    }

    /**
     * Of at least five persons. Which bands are merged tells no more than that one of them has few; bands of one side of
     * the standard are merged with each other when that is enough, so that the share on standard can still be shown.
     */
    public static ShownCounts ofPersons(BandCounts counts) {
        List<Run> runs = new ArrayList<>();
        for (int place = 0; place < BANDS.size(); place++) {
            long count = counts.of(BANDS.get(place));
            if (count > 0 && count < SMALLEST_GROUP) {
                Run run = new Run(place, place + 1);
                while (!run.enough(counts)) {
                    run = run.wider(counts);
                }
                runs.add(run);
            }
        }
        return new ShownCounts(counts, joined(runs));
    }

    private static List<Set<Band>> joined(List<Run> runs) {
        TreeMap<Integer, Run> apart = new TreeMap<>();
        for (Run one : runs) {
            Run run = one;
            for (Run other : List.copyOf(apart.values())) {
                if (other.from < run.until && run.from < other.until) {
                    apart.remove(other.from);
                    run = new Run(Math.min(run.from, other.from), Math.max(run.until, other.until));
                }
            }
            apart.put(run.from, run);
        }
        return apart.values().stream().map(Run::bands).toList();
    }

    /** Neighbouring bands. */
    private record Run(int from, int until) {
        static Run of(Set<Band> bands) {
            List<Integer> places = bands.stream().map(BANDS::indexOf).sorted().toList();
            return new Run(places.get(0), places.get(places.size() - 1) + 1);
        }

        Set<Band> bands() {
            return EnumSet.copyOf(BANDS.subList(from, until));
        }

        boolean enough(BandCounts counts) {
            return filled(counts, from, until) > 1 && sum(counts, bands()) >= SMALLEST_GROUP;
        }

        /** All of its side, else with all of the side of the nearest band that has somebody in it. */
        Run wider(BandCounts counts) {
            Run own = side(from);
            if (until <= own.until && filled(counts, own.from, own.until) > filled(counts, from, until)) {
                return own;
            }
            for (int distance = 1; distance < BANDS.size(); distance++) {
                for (int place : new int[] {until - 1 + distance, from - distance}) {
                    if (place >= 0 && place < BANDS.size() && counts.of(BANDS.get(place)) > 0) {
                        Run other = side(place);
                        return new Run(
                                Math.min(own.from, other.from), Math.max(Math.max(until, own.until), other.until));
                    }
                }
            }
            throw new IllegalArgumentException("fewer than five: " + counts);
        }

        private static Run side(int place) {
            int next = 1;
            while (SIDES.get(next) <= place) {
                next++;
            }
            return new Run(SIDES.get(next - 1), SIDES.get(next));
        }

        private static long filled(BandCounts counts, int from, int until) {
            return BANDS.subList(from, until).stream()
                    .filter(b -> counts.of(b) > 0)
                    .count();
        }
    }

    private static long sum(BandCounts counts, Collection<Band> bands) {
        return bands.stream().mapToLong(counts::of).sum();
    }

    /** Both tables side by side, summed: what is merged in one is merged in the sum. */
    public ShownCounts plus(ShownCounts other) {
        List<Run> runs = new ArrayList<>();
        merged.forEach(bands -> runs.add(Run.of(bands)));
        other.merged.forEach(bands -> runs.add(Run.of(bands)));
        return new ShownCounts(whole.plus(other.whole), joined(runs));
    }

    /** Empty when it is only shown together with others. */
    public OptionalLong of(Band band) {
        return of(Set.of(band));
    }

    /** Sum of these bands, when it can be read off what is shown. */
    public OptionalLong of(Set<Band> bands) {
        boolean readable = merged.stream()
                .allMatch(run -> bands.containsAll(run) || run.stream().noneMatch(bands::contains));
        return readable ? OptionalLong.of(sum(whole, bands)) : OptionalLong.empty();
    }

    /** The share on standard can be shown. */
    public boolean readable() {
        return of(Set.of(Band.ON_TARGET, Band.ON_STANDARD)).isPresent()
                && of(Band.UNKNOWN).isPresent();
    }
}
