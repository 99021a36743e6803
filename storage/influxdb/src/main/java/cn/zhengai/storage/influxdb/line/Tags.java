package cn.zhengai.storage.influxdb.line;

/**
 * Names as values of tags, so that every text comes back as it was. InfluxDB cannot hold an empty value, a line break or a
 * backslash before what it escapes: these, and only these kinds of characters, are written as {@code %} and two
 * hexadecimal digits, and a {@code %} before two such digits as {@code %25}. Other names stand as they are.
 */
public final class Tags {
    /** Stands for the empty text. */
    private static final String EMPTY = "%-";

    private static final String HEX = "0123456789ABCDEF";

    private Tags() {}

    /** The value to ask for in a query, before quoting; {@link #decoded} is the inverse. */
    public static String encoded(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        for (int i = 0; i < text.length(); i++) {
            if (special(text, i)) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (special(text, i)) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean special(String text, int i) {
        char c = text.charAt(i);
        return c < ' ' || c == '\\' || c == 0x7f || (c == '%' && (isEscape(text, i) || text.equals(EMPTY)));
    }

    private static boolean isEscape(String text, int i) {
        return i + 2 < text.length() && HEX.indexOf(text.charAt(i + 1)) >= 0 && HEX.indexOf(text.charAt(i + 2)) >= 0;
    }

    /** The name a value of a tag stands for. */
    public static String decoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        if (value.equals(EMPTY)) {
            return "";
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '%' && isEscape(value, i)) {
                out.append((char) (HEX.indexOf(value.charAt(i + 1)) << 4 | HEX.indexOf(value.charAt(i + 2))));
                i += 2;
            } else {
                out.append(value.charAt(i));
            }
        }
        return out.toString();
    }
}
