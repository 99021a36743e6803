package cn.zhengai.console.api;

import cn.zhengai.core.catalogue.Goal;
import java.util.Optional;

/** Which point a goal is measured by. */
public final class GoalPoint {
    private GoalPoint() {}

    /** Empty for a goal of tasks. */
    public static Optional<String> of(Goal.Scoring scoring) {
        if (scoring instanceof Goal.Ratio ratio) {
            return Optional.of(ratio.point());
        }
        return scoring instanceof Goal.Met met ? Optional.of(met.point()) : Optional.empty();
    }
}
