package cn.zhengai.storage.results.evaluate;

import cn.zhengai.storage.results.question.Condition;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does a condition hold? What is absent is equal to nothing and unequal to nothing. */
final class Holds {
    private Holds() {}

    /** Gives what a name stands for. */
    interface Values {
        @Nullable
        Object of(String name);
    }

    static boolean in(Condition condition, Values values) {
        if (condition instanceof Condition.And and) {
            return in(and.left(), values) && in(and.right(), values);
        }
        if (condition instanceof Condition.Or or) {
            return in(or.left(), values) || in(or.right(), values);
        }
        if (condition instanceof Condition.Match match) {
            return values.of(match.of()) instanceof String text
                    && match.pattern().matcher(text).find() == match.found();
        }
        Condition.Comparison comparison = (Condition.Comparison) condition;
        Object value = values.of(comparison.of());
        return value != null && compared(comparison.operator(), order(value, comparison.literal()));
    }

    /** Empty when it depends on fields. */
    static Optional<Boolean> byTags(Condition condition, Map<String, String> tags) {
        if (condition instanceof Condition.And and) {
            Optional<Boolean> left = byTags(and.left(), tags);
            Optional<Boolean> right = byTags(and.right(), tags);
            return left.equals(Optional.of(true)) || right.equals(Optional.of(false))
                    ? right
                    : settled(left, right, false);
        }
        if (condition instanceof Condition.Or or) {
            Optional<Boolean> left = byTags(or.left(), tags);
            Optional<Boolean> right = byTags(or.right(), tags);
            return left.equals(Optional.of(false)) || right.equals(Optional.of(true))
                    ? right
                    : settled(left, right, true);
        }
        return tags.keySet().containsAll(condition.names()) ? Optional.of(in(condition, tags::get)) : Optional.empty();
    }

    /** One side decides alone, or the right one adds nothing, or it is open. */
    private static Optional<Boolean> settled(Optional<Boolean> left, Optional<Boolean> right, boolean decides) {
        return left.equals(Optional.of(decides)) || right.equals(Optional.of(!decides)) ? left : Optional.empty();
    }

    private static int order(Object value, Object literal) {
        if (value instanceof Long a && literal instanceof Long b) {
            return Long.compare(a, b);
        }
        if (value instanceof Number a && literal instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return value.equals(literal) ? 0 : 1;
    }

    private static boolean compared(Condition.Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
