package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.alerting.rule.Verdict;
import cn.zhengai.core.reading.Logged;
import java.util.ArrayList;
import java.util.List;

/** The readings of one series, folded into episodes one at a time in the order of their instants. */
final class Fold {
    private final Rule rule;
    private final List<Episode> ended = new ArrayList<>();
    private Phase phase;

    Fold(Rule rule, Phase start) {
        this.rule = rule;
        this.phase = start;
    }

    /** Folds all of them from the beginning; {@code inOrder} by instant. */
    static Fold of(Rule rule, Iterable<Logged> inOrder) {
        Fold fold = new Fold(rule, Watching.QUIET);
        for (Logged reading : inOrder) {
            fold.step(fold.verdict(reading), reading);
        }
        return fold;
    }

    Verdict verdict(Logged logged) {
        return rule.verdict(logged.reading().position(), logged.reading().at());
    }

    /**
     * Takes one that is newer than all before.
     *
     * @return whether an episode began, changed or ended
     */
    boolean step(Verdict verdict, Logged reading) {
        Phase next = phase.next(rule, verdict, reading);
        if (next == phase) {
            return false;
        }
        boolean changed = next instanceof Cleared || (next.episode().isPresent() && !sameEpisode(next));
        if (next instanceof Cleared cleared) {
            ended.add(cleared.ended());
        }
        phase = next;
        return changed;
    }

    private boolean sameEpisode(Phase next) {
        return next.episode().equals(phase.episode());
    }

    Phase phase() {
        return phase;
    }

    /** Those that ended since the start, then the open one, by instant. */
    List<Episode> episodes() {
        List<Episode> all = new ArrayList<>(ended);
        phase.episode().filter(Episode::open).ifPresent(all::add);
        return all;
    }
}
