package cn.zhengai.storage.results.question;

import java.util.List;

/** The words of a statement, read one after the other. For one thread. */
final class Words {
    private static final long NANOS_OF_A_DAY = 86_400_000_000_000L;

    private final List<Token> tokens;
    private int at;

    Words(String statement) {
        this.tokens = Lexer.tokens(statement);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        return tokens.get(Math.min(at++, tokens.size() - 1));
    }

    /** Takes a word when it comes next. */
    boolean take(String word) {
        boolean there = peek().is(word);
        if (there) {
            at++;
        }
        return there;
    }

    /** Takes these words, which must come. */
    void demand(String... words) {
        for (String word : words) {
            if (!take(word)) {
                throw Refused.because("应为“" + word + "”，却是“" + peek() + "”");
            }
        }
    }

    String name() {
        return of(Token.Kind.NAME);
    }

    String of(Token.Kind kind) {
        Token token = next();
        if (token.kind() != kind) {
            throw Refused.because("“" + token + "”");
        }
        return token.text();
    }

    int whole() {
        String digits = of(Token.Kind.NUMBER);
        if (!digits.matches("[1-9]\\d{0,8}")) {
            throw Refused.because("“" + digits + "”");
        }
        return Integer.parseInt(digits);
    }

    /** A length or a distance from the epoch, nanoseconds. */
    long nanos() {
        String text = of(Token.Kind.DURATION);
        int unit = 0;
        while (!Character.isLetter(text.charAt(unit))) {
            unit++;
        }
        try {
            return Math.multiplyExact(Long.parseLong(text.substring(0, unit)), nanosOf(text.substring(unit)));
        } catch (NumberFormatException | ArithmeticException outOfReach) {
            throw Refused.because("“" + text + "”");
        }
    }

    private static long nanosOf(String unit) {
        return switch (unit) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "d" -> NANOS_OF_A_DAY;
            case "w" -> 7 * NANOS_OF_A_DAY;
            default -> throw Refused.because("单位“" + unit + "”");
        };
    }
}
