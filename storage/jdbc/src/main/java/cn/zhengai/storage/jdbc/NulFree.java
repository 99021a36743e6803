package cn.zhengai.storage.jdbc;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * PostgreSQL's text holds every character but U+0000, and rows that a business system sent may hold that as well. It is
 * kept as U+001A U+0001, and U+001A itself as U+001A U+0002; everything else stays as it is, and texts joined are joined kept.
 */
final class NulFree {
    private static final char MARK = '\u001a';
    private static final char NUL = '\u0000';
    private static final char FOR_NUL = '\u0001';
    private static final char FOR_MARK = '\u0002';

    private NulFree() {}

    static String keep(String text) {
        if (text.indexOf(NUL) < 0 && text.indexOf(MARK) < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == NUL || one == MARK) {
                kept.append(MARK).append(one == NUL ? FOR_NUL : FOR_MARK);
            } else {
                kept.append(one);
            }
        }
        return kept.toString();
    }

    /** What was given to {@link #keep}. */
    static String read(String kept) {
        if (kept.indexOf(MARK) < 0) {
            return kept;
        }
        StringBuilder text = new StringBuilder(kept.length());
        for (int i = 0; i < kept.length(); i++) {
            char one = kept.charAt(i);
            if (one == MARK && i + 1 < kept.length()) {
                i++;
                text.append(kept.charAt(i) == FOR_NUL ? NUL : MARK);
            } else {
                text.append(one);
            }
        }
        return text.toString();
    }

    /** Strings as parameters. */
    static final class Binding extends AbstractArgumentFactory<String> {
        Binding() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            String kept = keep(value);
            return (position, statement, context) -> statement.setString(position, kept);
        }
    }
}
