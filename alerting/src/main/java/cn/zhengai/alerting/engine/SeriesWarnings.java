package cn.zhengai.alerting.engine;

import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The warnings of one series, brought in line with its episodes after each reading; the difference is what happened.
 *
 * <p>People hear of a warning ({@code RAISED} with tell) when a live cause shows them an episode with a live raising
 * reading in it; of what becomes of it only when they heard of it and the cause is live.
 */
final class SeriesWarnings {
    private final Series series;
    private final Predicate<String> taken;
    private final Map<String, Warning> changed = new LinkedHashMap<>();
    private final List<Caused> facts = new ArrayList<>();
    private List<Warning> standing;

    /**
     * @param standing not withdrawn, by raising instant
     * @param taken is there a warning of this id, perhaps withdrawn?
     */
    SeriesWarnings(Series series, List<Warning> standing, Predicate<String> taken) {
        this.series = series;
        this.taken = taken;
        this.standing = List.copyOf(standing);
    }

    /** @param episodes all there are, as far back as the standing warnings go; by instant */
    void align(List<Episode> episodes, Cause cause) {
        Pairing pairing = new Pairing(standing, episodes);
        List<Warning> next = new ArrayList<>();
        pairing.withoutCause().forEach(w -> withdraw(w, cause));
        for (Episode episode : episodes) {
            Optional<Warning> known = pairing.warning(episode);
            next.add(known.isPresent() ? amend(known.get(), episode, cause) : raise(episode, cause));
        }
        standing = List.copyOf(next);
    }

    /** Nothing watches the series any more: what is open is withdrawn, what was cleared stays. */
    void abandon(Cause cause) {
        standing.stream().filter(w -> w.status().open()).forEach(w -> withdraw(w, cause));
        standing = standing.stream().filter(w -> !w.status().open()).toList();
    }

    private void withdraw(Warning warning, Cause cause) {
        happened(Step.WITHDRAWN, Shape.withdrawn(warning), warning.told() && cause.live(), cause);
    }

    private Warning raise(Episode episode, Cause cause) {
        boolean told = cause.tells(episode, true);
        Predicate<String> known = id -> changed.containsKey(id) || taken.test(id);
        String id = Ids.warning(series, episode.raisedAt(), known, cause);
        Warning warning = Shape.of(id, series, episode, told);
        happened(Step.RAISED, Shape.opened(warning), told, cause);
        if (!episode.open()) {
            happened(Step.CLEARED, warning, told && cause.live(), cause);
        }
        return warning;
    }

    private Warning amend(Warning before, Episode episode, Cause cause) {
        Warning untold = Shape.amended(before, episode, before.told());
        boolean tellNow = !before.told() && cause.tells(episode, !untold.equals(before));
        Warning after = tellNow ? Shape.amended(before, episode, true) : untold;
        if (after.equals(before)) {
            return before;
        }
        if (tellNow) {
            happened(Step.RAISED, Shape.opened(after), true, cause);
        }
        Optional<Step> step = Shape.step(before, after);
        step.ifPresent(s ->
                happened(s, after, cause.live() && (before.told() || (tellNow && s == Step.CLEARED)), cause));
        changed.put(after.id(), after);
        return after;
    }

    private void happened(Step step, Warning after, boolean tell, Cause cause) {
        String id = Ids.fact(after.id(), step, cause);
        facts.add(new Caused(cause.seq(), new Fact(id, 0, step, after, tell, cause.knownAt(), "")));
        changed.put(after.id(), after);
    }

    /** As they stand now, each once. */
    Collection<Warning> changed() {
        return changed.values();
    }

    /** In the order they happened. */
    List<Caused> facts() {
        return facts;
    }

    /** The open one. */
    Optional<Warning> open() {
        return standing.stream().filter(w -> w.status().open()).findFirst();
    }
}
