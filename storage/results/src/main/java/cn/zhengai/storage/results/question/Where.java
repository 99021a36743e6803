package cn.zhengai.storage.results.question;

import java.util.Optional;

/** Reads what stands after WHERE: the bounds of time, and the rest. For one WHERE. */
final class Where {
    private final Words words;
    private long from = Span.FIRST;
    private long until = Span.LAST;
    private int bounds;

    Where(Words words) {
        this.words = words;
    }

    Span span() {
        return new Span(from, until);
    }

    /** Empty when only time is bounded. */
    Optional<Condition> read() {
        return any();
    }

    private Optional<Condition> any() {
        int before = bounds;
        Optional<Condition> left = all();
        while (words.take("OR")) {
            Optional<Condition> right = all();
            if (bounds != before) {
                throw Refused.because("time 与 OR");
            }
            left = Optional.of(new Condition.Or(left.orElseThrow(), right.orElseThrow()));
        }
        return left;
    }

    private Optional<Condition> all() {
        Optional<Condition> left = one();
        while (words.take("AND")) {
            Optional<Condition> right = one();
            left = left.isPresent() && right.isPresent()
                    ? Optional.of(new Condition.And(left.get(), right.get()))
                    : left.or(() -> right);
        }
        return left;
    }

    private Optional<Condition> one() {
        if (words.take("(")) {
            Optional<Condition> inner = any();
            words.demand(")");
            return inner;
        }
        if (words.take("TIME")) {
            bound();
            return Optional.empty();
        }
        String of = words.name();
        Token sign = words.next();
        if (sign.is("=~") || sign.is("!~")) {
            return Optional.of(new Condition.Match(of, sign.is("=~"), Regex.pattern(words.of(Token.Kind.REGEX))));
        }
        return Optional.of(new Condition.Comparison(of, operator(sign), literal()));
    }

    private void bound() {
        Token sign = words.next();
        long nanos = words.nanos();
        bounds++;
        switch (sign.text()) {
            case ">=" -> from = Math.max(from, nanos);
            case ">" -> from = Math.max(from, nanos + 1);
            case "<=" -> until = Math.min(until, nanos);
            case "<" -> until = Math.min(until, nanos - 1);
            default -> throw Refused.because("time " + sign);
        }
    }

    private static Condition.Operator operator(Token sign) {
        return switch (sign.text()) {
            case "=" -> Condition.Operator.EQUAL;
            case "!=", "<>" -> Condition.Operator.NOT_EQUAL;
            case "<" -> Condition.Operator.LESS;
            case "<=" -> Condition.Operator.AT_MOST;
            case ">" -> Condition.Operator.MORE;
            case ">=" -> Condition.Operator.AT_LEAST;
            default -> throw Refused.because("“" + sign + "”");
        };
    }

    private Object literal() {
        if (words.take("TRUE")) {
            return true;
        }
        if (words.take("FALSE")) {
            return false;
        }
        Token token = words.next();
        if (token.kind() == Token.Kind.TEXT) {
            return token.text();
        }
        try {
            if (token.kind() == Token.Kind.NUMBER) {
                return token.text().contains(".")
                        ? (Object) Double.valueOf(token.text())
                        : (Object) Long.valueOf(token.text());
            }
        } catch (NumberFormatException tooLong) {
            throw Refused.because("“" + token + "”");
        }
        throw Refused.because("“" + token + "”");
    }
}
