package cn.zhengai.collector.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Texts of one column seen lately: an equal one is handed back in the place of a new one. Rows that wait in memory then
 * share what they have in common, and whoever looks a text up by its hash finds it worked out already. For one thread.
 */
final class Repeated {
    private static final int PLACES = 256;

    private final @Nullable String[] texts = new @Nullable String[PLACES];

    String of(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 8 ^ hash >>> 16) & (PLACES - 1);
        String known = texts[place];
        if (known != null && known.equals(text)) {
            return known;
        }
        texts[place] = text;
        return text;
    }
}
