package cn.zhengai.assessment.achievement;

import cn.zhengai.core.measure.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * Achievement of a unit from its goals.
 *
 * <p>Source: domain page, section 4: sum(w * a) / sum(w) within 0..100, w = weight of a goal (positive), a = its
 * achievement in percent. Unknown is not zero by silence: the figure is given with unknown goals as 0 (what the grade
 * takes) and without them. Worked: weights 2, 1, 1 with 90, 75 and unknown give 255/4 = 63.75 and 255/3 = 85.
 *
 * @param unknownAsZero percent; empty when there is no goal at all
 * @param knownOnly percent, never below {@code unknownAsZero}; empty when no goal is known
 */
public record WeightedAchievement(Optional<Fraction> unknownAsZero, Optional<Fraction> knownOnly) {

    /** One goal's part. */
    public record Part(Fraction weight, Optional<Fraction> achievement) {}

    public static WeightedAchievement of(List<Part> parts) {
        Fraction weighted = Fraction.ZERO;
        Fraction allWeights = Fraction.ZERO;
        Fraction knownWeights = Fraction.ZERO;
        for (Part part : parts) {
            allWeights = allWeights.plus(part.weight());
            if (part.achievement().isPresent()) {
                weighted = weighted.plus(part.weight().times(part.achievement().get()));
                knownWeights = knownWeights.plus(part.weight());
            }
        }
        return new WeightedAchievement(quotient(weighted, allWeights), quotient(weighted, knownWeights));
    }

    private static Optional<Fraction> quotient(Fraction weighted, Fraction weights) {
        return weights.signum() == 0
                ? Optional.empty()
                : Optional.of(weighted.dividedBy(weights).max(Fraction.ZERO).min(Fraction.HUNDRED));
    }
}
