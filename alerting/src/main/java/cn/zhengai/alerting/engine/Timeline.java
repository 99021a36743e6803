package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.core.reading.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All readings in force of a series by instant, each with the phase after it. A reading of any instant may come: the
 * phases are taken anew from there on, until one is what it was before; from then on nothing can differ.
 */
final class Timeline implements Track {
    private final Rule rule;
    private final NavigableMap<Long, Moment> moments = new TreeMap<>();
    /** By the instant that cleared them. */
    private final NavigableMap<Long, Episode> ended = new TreeMap<>();

    private Phase phase = Watching.QUIET;

    private static final class Moment {
        private Logged inForce;
        private Optional<Phase> after = Optional.empty();

        Moment(Logged inForce) {
            this.inForce = inForce;
        }
    }

    /** @param history everything ever logged of the series, by seq */
    Timeline(Rule rule, List<Logged> history) {
        this.rule = rule;
        history.forEach(this::put);
        refold(Long.MIN_VALUE);
    }

    private boolean put(Logged logged) {
        Moment known = moments.get(logged.reading().at());
        if (known == null) {
            moments.put(logged.reading().at(), new Moment(logged));
            return true;
        }
        if (!logged.prevailsOver(known.inForce) || logged.reading().sameAs(known.inForce.reading())) {
            return false;
        }
        known.inForce = logged;
        return true;
    }

    @Override
    public Effect add(Logged logged) {
        if (!put(logged)) {
            return Effect.IGNORED;
        }
        return refold(logged.reading().at()) ? Effect.CHANGED : Effect.SAME;
    }

    /** @return whether an episode changed */
    private boolean refold(long from) {
        Map.Entry<Long, Moment> before = moments.lowerEntry(from);
        Phase current =
                before == null ? Watching.QUIET : before.getValue().after.orElseThrow();
        boolean changed = false;
        for (Map.Entry<Long, Moment> entry : moments.tailMap(from, true).entrySet()) {
            Moment moment = entry.getValue();
            current = current.next(
                    rule, rule.verdict(moment.inForce.reading().position(), entry.getKey()), moment.inForce);
            if (moment.after.isPresent() && moment.after.get().equals(current)) {
                return changed;
            }
            moment.after = Optional.of(current);
            changed |= end(entry.getKey(), current);
        }
        changed |= !current.episode().equals(phase.episode());
        phase = current;
        return changed;
    }

    private boolean end(long at, Phase current) {
        return current instanceof Cleared cleared
                ? !cleared.ended().equals(ended.put(at, cleared.ended()))
                : ended.remove(at) != null;
    }

    @Override
    public List<Episode> episodes() {
        List<Episode> all = new ArrayList<>(ended.values());
        phase.episode().filter(Episode::open).ifPresent(all::add);
        return all;
    }

    @Override
    public Phase phase() {
        return phase;
    }

    /** Newest instant, epoch milliseconds; {@link Long#MIN_VALUE} when there is none. */
    long newest() {
        return moments.isEmpty() ? Long.MIN_VALUE : moments.lastKey();
    }
}
