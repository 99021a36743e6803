package cn.zhengai.collector.lineprotocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Part of a text in bytes, still with its escapes; moves on with the parser. */
final class Token {
    private static final byte[] NOTHING = {};

    byte[] text = NOTHING;
    int from;
    int until;
    boolean escaped;

    void set(byte[] newText, int newFrom, int newUntil, boolean hasEscapes) {
        text = newText;
        from = newFrom;
        until = newUntil;
        escaped = hasEscapes;
    }

    /** Is it, written without escapes, these bytes? */
    boolean is(byte[] other) {
        return !escaped && Arrays.equals(text, from, until, other, 0, other.length);
    }

    /** The same bytes; neither has escapes. */
    boolean isSameAs(Token other) {
        return Arrays.equals(text, from, until, other.text, other.from, other.until);
    }

    boolean isEmpty() {
        return from == until;
    }

    /** As it stands, without taking out escapes. */
    String verbatim() {
        return new String(text, from, until - from, StandardCharsets.UTF_8);
    }

    /** A backslash before one of {@code escapable} goes away; any other stays. */
    String unescaped(String escapable) {
        if (!escaped) {
            return verbatim();
        }
        byte[] plain = new byte[until - from];
        int length = 0;
        for (int i = from; i < until; i++) {
            if (text[i] == '\\' && i + 1 < until && escapable.indexOf((char) text[i + 1]) >= 0) {
                i++;
            }
            plain[length++] = text[i];
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    /** The content of a string field: {@code \" \\ \n \r \t} mean their characters, any other backslash stays. */
    String unquoted() {
        if (!escaped) {
            return verbatim();
        }
        byte[] plain = new byte[until - from];
        int length = 0;
        for (int i = from; i < until; i++) {
            byte c = text[i];
            if (c == '\\' && i + 1 < until) {
                byte meant = meant(text[i + 1]);
                if (meant != 0) {
                    c = meant;
                    i++;
                }
            }
            plain[length++] = c;
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    private static byte meant(byte escape) {
        return switch (escape) {
            case '"', '\\' -> escape;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> 0;
        };
    }
}
