package cn.zhengai.alerting.engine;

import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which warning an episode is: the one raised at the same instant, else the earliest left over that overlaps it in time
 * (from raised to cleared, both included).
 */
final class Pairing {
    private final Map<Episode, Warning> warningOf = new HashMap<>();
    private final List<Warning> without = new ArrayList<>();

    /** @param warnings and {@code episodes}: by raising instant */
    Pairing(List<Warning> warnings, List<Episode> episodes) {
        Map<Long, Episode> byRaisedAt = new HashMap<>();
        episodes.forEach(e -> byRaisedAt.put(e.raisedAt(), e));
        List<Warning> left = new ArrayList<>();
        for (Warning warning : warnings) {
            Episode same = byRaisedAt.get(warning.raisedAt().toEpochMilli());
            if (same == null || warningOf.putIfAbsent(same, warning) != null) {
                left.add(warning);
            }
        }
        for (Warning warning : left) {
            Optional<Episode> overlapping = episodes.stream()
                    .filter(e -> !warningOf.containsKey(e) && overlap(warning, e))
                    .findFirst();
            overlapping.ifPresentOrElse(e -> warningOf.put(e, warning), () -> without.add(warning));
        }
    }

    private static boolean overlap(Warning warning, Episode episode) {
        long until = warning.clearedAt().map(Instant::toEpochMilli).orElse(Episode.OPEN);
        return warning.raisedAt().toEpochMilli() <= episode.clearedAt() && until >= episode.raisedAt();
    }

    /** The warning that the episode is; empty for a new one. */
    Optional<Warning> warning(Episode episode) {
        return Optional.ofNullable(warningOf.get(episode));
    }

    /** Warnings that lost their cause, by raising instant. */
    List<Warning> withoutCause() {
        return without;
    }
}
