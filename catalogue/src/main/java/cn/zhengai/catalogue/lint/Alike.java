package cn.zhengai.catalogue.lint;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;

/** What people take for the same name: full width or half width, upper or lower case, with spaces or without. */
final class Alike {
    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private Alike() {}

    /** Equal for names that look alike; empty for a name of nothing but spaces. */
    static String key(String name) {
        String plain = Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKC);
        StringBuilder key = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> !blank(c)).forEach(key::appendCodePoint);
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** The first character nobody sees; a wide space between the characters of a name is usual and seen. */
    static OptionalInt invisible(String name, boolean ofPeople) {
        return name.codePoints()
                .filter(c -> Character.getType(c) == Character.FORMAT
                        || c != ' ' && Character.isSpaceChar(c) && !(ofPeople && c == IDEOGRAPHIC_SPACE))
                .findFirst();
    }
}
