package cn.zhengai.alerting.silence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the sources stand, as last looked at.
 *
 * @param heard points of which any reading was ever taken in
 * @param calendarEnds the academic calendar says nothing of today: nothing is expected, which is no good news
 */
public record SilenceReport(Instant at, boolean calendarEnds, List<SourceSilence> sources, Set<String> heard) {
    /** Before the first look. */
    public static final SilenceReport NONE = new SilenceReport(Instant.EPOCH, false, List.of(), Set.of());

    public SilenceReport {
        sources = List.copyOf(sources);
        heard = Set.copyOf(heard);
    }

    /** Empty when nothing is expected of the source. */
    public Optional<SourceSilence> source(String id) {
        return sources.stream().filter(s -> s.source().equals(id)).findFirst();
    }
}
