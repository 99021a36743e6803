package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.alerting.rule.Verdict;
import cn.zhengai.core.reading.Logged;
import java.util.Optional;

/**
 * A warning is open.
 *
 * @param current the open episode
 * @param run of readings on standard
 */
public record Warned(Episode current, Run run) implements Phase {
    @Override
    public Phase next(Rule rule, Verdict verdict, Logged logged) {
        if (verdict.raises()) {
            return with(current.raisedAgain(verdict.severity(), !logged.head().history()), Run.NONE);
        }
        if (verdict == Verdict.BETWEEN) {
            return with(current.easing(), Run.NONE);
        }
        long at = logged.reading().at();
        Run longer = run.and(at);
        return rule.calm(at).enough(longer.count(), longer.first(), at)
                ? new Cleared(current.cleared(at))
                : with(current.easing(), longer);
    }

    private Warned with(Episode episode, Run newRun) {
        return episode.equals(current) && newRun.equals(run) ? this : new Warned(episode, newRun);
    }

    @Override
    public Optional<Episode> episode() {
        return Optional.of(current);
    }
}
