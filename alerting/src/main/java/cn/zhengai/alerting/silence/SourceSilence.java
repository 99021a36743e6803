package cn.zhengai.alerting.silence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a source stands at an instant: the series whose newest reading it brought, and those of them that are overdue.
 *
 * @param expectedOf number of series of which another reading is expected, by point
 * @param newestAt newest instant it has spoken about
 * @param nextDue when the first series that is not overdue will be; empty when none is waited for
 * @param silent by point and subject
 * @param soon how many of the others will be overdue in {@link SilenceWatch#SETTLING}, when nothing comes
 */
public record SourceSilence(
        String source,
        Map<String, Integer> expectedOf,
        Instant newestAt,
        Optional<Instant> nextDue,
        List<Silent> silent,
        int soon) {
    public SourceSilence {
        expectedOf = Map.copyOf(expectedOf);
        silent = silent.stream()
                .sorted(Comparator.comparing((Silent s) -> s.series().point())
                        .thenComparing(s -> s.series().subject()))
                .toList();
    }

    /** Of all points. */
    public int expected() {
        return expectedOf.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** When the first of the overdue ones was due; empty when none is. */
    public Optional<Instant> since() {
        return silent.stream().map(s -> s.due().by()).min(Instant::compareTo);
    }

    /** By point, in the order of their ids. */
    Map<String, List<Silent>> byPoint() {
        return silent.stream()
                .collect(Collectors.groupingBy(s -> s.series().point(), TreeMap::new, Collectors.toList()));
    }

    /** At least so many hundredths of the expected series are overdue. */
    boolean silentShare(int percent) {
        return !silent.isEmpty() && isShare(silent.size(), percent);
    }

    /** At least so many hundredths are overdue, or soon will be. */
    boolean silentShareSoon(int percent) {
        return isShare(silent.size() + soon, percent);
    }

    private boolean isShare(long count, int percent) {
        return count * 100 >= (long) percent * expected();
    }
}
