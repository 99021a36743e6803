package cn.zhengai.assessment.explain;

import java.time.Instant;
import java.util.Optional;

/**
 * How something is to be explained.
 *
 * @param asOf with what was known at this instant and the rules in force now; empty: with what the newest kept result
 *     knew, or all that is known when there is none
 */
public record Question(Optional<Instant> asOf, Cut cut, Withholding withholding) {
    /** With nothing withheld. */
    public Question(Optional<Instant> asOf, Cut cut) {
        this(asOf, cut, Withholding.NOTHING);
    }
}
