package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.alerting.rule.Verdict;
import cn.zhengai.core.reading.Logged;
import java.util.Optional;

/**
 * Where a series stands after the readings so far, taken in the order of the instants they speak about. Domain page,
 * section 3: {@link Watching} until an unbroken run in warning has lasted for the rule's hold, then {@link Warned} until
 * an unbroken run on standard has lasted for its calm, then {@link Cleared}, which watches again.
 */
public sealed interface Phase permits Watching, Warned, Cleared {
    /**
     * After one more reading, whose instant is later than all before.
     *
     * @param verdict what the rule says to its value
     * @return the same object when nothing changed
     */
    Phase next(Rule rule, Verdict verdict, Logged reading);

    /** The episode that is open or was cleared by the last reading; empty while watching. */
    Optional<Episode> episode();

    /** The run that counts towards the next step: raising readings while watching, readings on standard while warned. */
    Run run();
}
