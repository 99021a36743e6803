package cn.zhengai.collector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A query with named binds as JDBC wants it.
 *
 * @param sql with question marks
 * @param binds the name at each of them, in lower case
 */
record NamedQuery(String sql, List<String> binds) {
    NamedQuery {
        binds = List.copyOf(binds);
    }

    /** Texts, quoted names and comments are left as they are, and so is {@code ::} of a cast. */
    static NamedQuery parse(String text) {
        StringBuilder sql = new StringBuilder();
        List<String> binds = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = untouched(text, i);
            if (end > i) {
                sql.append(text, i, end);
                i = end;
            } else {
                end = endOfName(text, i + 1);
                binds.add(text.substring(i + 1, end).toLowerCase(Locale.ROOT));
                sql.append('?');
                i = end;
            }
        }
        return new NamedQuery(sql.toString(), binds);
    }

    /** End of what begins here and is no bind; {@code i} when a bind begins here. */
    private static int untouched(String text, int i) {
        char c = text.charAt(i);
        if (c == '\'' || c == '"' || c == '`') {
            return after(text, String.valueOf(c), i + 1);
        }
        if (text.startsWith("--", i)) {
            return after(text, "\n", i);
        }
        if (text.startsWith("/*", i)) {
            return after(text, "*/", i + 2);
        }
        if (text.startsWith("::", i)) {
            return i + 2;
        }
        boolean bind = c == ':' && endOfName(text, i + 1) > i + 1 && !Character.isDigit(text.charAt(i + 1));
        return bind ? i : i + 1;
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private static int endOfName(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }
}
