package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.alerting.rule.Verdict;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import java.util.Optional;

/**
 * No open warning.
 *
 * @param run of raising readings
 */
public record Watching(Run run) implements Phase {
    /** Nothing seen yet, or the last reading did not raise. */
    public static final Watching QUIET = new Watching(Run.NONE);

    @Override
    public Phase next(Rule rule, Verdict verdict, Logged logged) {
        if (!verdict.raises()) {
            return run.count() == 0 ? this : QUIET;
        }
        Reading r = logged.reading();
        Run longer = run.and(r.at());
        if (!rule.hold(r.at()).enough(longer.count(), longer.first(), r.at())) {
            return new Watching(longer);
        }
        return new Warned(
                new Episode(
                        longer.first(),
                        r.at(),
                        r.position(),
                        verdict.severity(),
                        false,
                        !logged.head().history(),
                        Episode.OPEN),
                Run.NONE);
    }

    @Override
    public Optional<Episode> episode() {
        return Optional.empty();
    }
}
