package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.Goal;
import java.util.Optional;

/**
 * How a goal is scored by a control point.
 *
 * @param kind {@code ratio} or {@code met}
 * @param point its id
 * @param node the entry below that key
 */
record Measured(String kind, String point, Mapping node) {

    /** Empty for a goal of tasks. */
    static Optional<Measured> of(Declared<Goal> goal) {
        Goal.Scoring scoring = goal.value().scoring();
        if (scoring instanceof Goal.Ratio ratio) {
            return of(goal, "ratio", ratio.point());
        }
        return scoring instanceof Goal.Met met ? of(goal, "met", met.point()) : Optional.empty();
    }

    private static Optional<Measured> of(Declared<Goal> goal, String kind, String point) {
        return goal.node().mapping(kind).map(node -> new Measured(kind, point, node));
    }
}
