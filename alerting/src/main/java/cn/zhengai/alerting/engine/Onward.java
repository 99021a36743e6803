package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.core.reading.Logged;
import java.util.ArrayList;
import java.util.List;

/** Goes on from a known phase without the readings before it: each reading must be newer than all before. */
final class Onward implements Track {
    private final Rule rule;
    private final List<Episode> ended = new ArrayList<>();
    private long newest;
    private Phase phase;

    /** @param newest instant of the newest reading so far, epoch milliseconds */
    Onward(Rule rule, Phase start, long newest) {
        this.rule = rule;
        this.phase = start;
        this.newest = newest;
    }

    /** @throws IllegalStateException when the reading is not newer */
    @Override
    public Effect add(Logged logged) {
        long at = logged.reading().at();
        if (at <= newest) {
            throw new IllegalStateException(
                    "a late reading needs the history of " + logged.reading().series());
        }
        newest = at;
        Phase next = phase.next(rule, rule.verdict(logged.reading().position(), at), logged);
        boolean changed = next instanceof Cleared
                || (next.episode().isPresent() && !next.episode().equals(phase.episode()));
        if (next instanceof Cleared cleared) {
            ended.add(cleared.ended());
        }
        phase = next;
        return changed ? Effect.CHANGED : Effect.SAME;
    }

    @Override
    public List<Episode> episodes() {
        List<Episode> all = new ArrayList<>(ended);
        phase.episode().filter(Episode::open).ifPresent(all::add);
        return all;
    }

    @Override
    public Phase phase() {
        return phase;
    }
}
