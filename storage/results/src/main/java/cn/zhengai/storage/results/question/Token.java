package cn.zhengai.storage.results.question;

import java.util.Locale;

/** A word of a statement. */
record Token(Kind kind, String text) {
    /** What it is. */
    enum Kind {
        /** A keyword or the name of a function. */
        WORD,
        /** In double quotes. */
        NAME,
        /** In single quotes. */
        TEXT,
        NUMBER,
        /** A number with a unit of time. */
        DURATION,
        /** Between slashes. */
        REGEX,
        /** An operator, a bracket, a comma. */
        SIGN,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(word))
                || (kind == Kind.SIGN && text.equals(word));
    }

    @Override
    public String toString() {
        return kind == Kind.END ? "结尾" : text;
    }
}
