package cn.zhengai.storage.results.question;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold. */
public sealed interface Condition {
    /** Names of tags and fields in it. */
    Set<String> names();

    /** Both. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public Set<String> names() {
            return union(left, right);
        }
    }

    /** One or both. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public Set<String> names() {
            return union(left, right);
        }
    }

    /** A tag or field beside a text, a number (Long or Double) or a truth. */
    record Comparison(String of, Operator operator, Object literal) implements Condition {
        @Override
        public Set<String> names() {
            return Set.of(of);
        }
    }

    /** A tag or field in which something like this is found, or is not. */
    record Match(String of, boolean found, Pattern pattern) implements Condition {
        @Override
        public Set<String> names() {
            return Set.of(of);
        }
    }

    /** How two are compared. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    private static Set<String> union(Condition left, Condition right) {
        return Stream.concat(left.names().stream(), right.names().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
