package cn.zhengai.collector.mapping;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Instants as texts, remembering those read lately: rows that follow each other mostly speak about the same few
 * instants. For one thread.
 */
final class InstantText {
    /** The text is no instant in the declared format. */
    static final long BAD = Long.MIN_VALUE;

    private static final int PLACES = 256;

    private final InstantFormat format;
    private final ZoneId zone;
    private final @Nullable String[] texts = new @Nullable String[PLACES];
    private final long[] instants = new long[PLACES];

    InstantText(InstantFormat format, ZoneId zone) {
        this.format = format;
        this.zone = zone;
        Arrays.fill(instants, BAD);
    }

    /** Epoch milliseconds, or {@link #BAD}. */
    long millis(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 8 ^ hash >>> 16) & (PLACES - 1);
        if (Objects.equals(texts[place], text)) {
            return instants[place];
        }
        long millis = format.millis(text, zone);
        texts[place] = text;
        instants[place] = millis;
        return millis;
    }
}
