package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.alerting.rule.Verdict;
import cn.zhengai.core.reading.Logged;
import java.util.Optional;

/**
 * The last reading cleared a warning.
 *
 * @param ended the cleared episode
 */
public record Cleared(Episode ended) implements Phase {
    @Override
    public Phase next(Rule rule, Verdict verdict, Logged reading) {
        return Watching.QUIET.next(rule, verdict, reading);
    }

    @Override
    public Optional<Episode> episode() {
        return Optional.of(ended);
    }

    @Override
    public Run run() {
        return Run.NONE;
    }
}
