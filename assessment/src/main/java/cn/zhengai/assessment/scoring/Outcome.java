package cn.zhengai.assessment.scoring;

import cn.zhengai.assessment.breakdown.Unknown;
import cn.zhengai.core.measure.Fraction;
import java.util.Optional;

/** What scoring a goal gave: an achievement with its arithmetic, or why there is none. */
record Outcome(
        Optional<Fraction> achievement,
        Optional<Unknown> unknown,
        Optional<Fraction> actual,
        Optional<Fraction> target,
        String formula) {

    static Outcome known(Fraction achievement, Fraction actual, Fraction target, String formula) {
        return new Outcome(
                Optional.of(achievement), Optional.empty(), Optional.of(actual), Optional.of(target), formula);
    }

    static Outcome unknown(Unknown why, Optional<Fraction> target) {
        return new Outcome(Optional.empty(), Optional.of(why), Optional.empty(), target, why.chinese() + "，按 0 计");
    }
}
