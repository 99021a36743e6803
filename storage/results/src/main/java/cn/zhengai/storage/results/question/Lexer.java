package cn.zhengai.storage.results.question;

import java.util.ArrayList;
import java.util.List;

/** Cuts a statement into words. For one statement. */
final class Lexer {
    private static final String SIGNS = "=~ !~ != <> <= >= ( ) , = < >";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.more()) {
            lexer.tokens.add(lexer.next());
        }
        lexer.tokens.add(new Token(Token.Kind.END, ""));
        return lexer.tokens;
    }

    private boolean more() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Token next() {
        char c = text.charAt(at);
        if (c == '"') {
            return new Token(Token.Kind.NAME, quoted('"'));
        }
        if (c == '\'') {
            return new Token(Token.Kind.TEXT, quoted('\''));
        }
        if (c == '/' && afterMatch()) {
            return new Token(Token.Kind.REGEX, regex());
        }
        if (isDigit(c) || (c == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number();
        }
        if (isLetter(c)) {
            return new Token(Token.Kind.WORD, run(Lexer::isLetter));
        }
        for (String sign : SIGNS.split(" ", -1)) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Token.Kind.SIGN, sign);
            }
        }
        throw Refused.because("“" + c + "”");
    }

    private boolean afterMatch() {
        return !tokens.isEmpty()
                && (tokens.get(tokens.size() - 1).is("=~")
                        || tokens.get(tokens.size() - 1).is("!~"));
    }

    private String quoted(char quote) {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
                out.append(unescaped(at < text.length() ? text.charAt(at) : ' ', quote));
            } else if (c == '\n') {
                throw Refused.because("引号里换行");
            } else {
                out.append(c);
            }
        }
        if (at >= text.length()) {
            throw Refused.because("引号没有结束");
        }
        at++;
        return out.toString();
    }

    private static char unescaped(char c, char quote) {
        if (c == quote || c == '\\') {
            return c;
        }
        if (c == 'n') {
            return '\n';
        }
        throw Refused.because("“\\" + c + "”");
    }

    /** A slash inside is escaped, and the backslash goes; every other one is the expression's. */
    private String regex() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '/'; at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                if (text.charAt(at) != '/') {
                    out.append(c);
                }
                out.append(text.charAt(at));
            } else {
                out.append(c);
            }
        }
        if (at >= text.length()) {
            throw Refused.because("正则表达式没有结束");
        }
        at++;
        return out.toString();
    }

    private Token number() {
        int from = at;
        at++;
        run(c -> isDigit(c) || c == '.');
        String digits = text.substring(from, at);
        String unit = run(Lexer::isLetter);
        return unit.isEmpty() ? new Token(Token.Kind.NUMBER, digits) : new Token(Token.Kind.DURATION, digits + unit);
    }

    private String run(Kind kind) {
        int from = at;
        while (at < text.length() && kind.has(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** A kind of characters. */
    private interface Kind {
        boolean has(char c);
    }
}
