package cn.zhengai.storage.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as they are stored: epoch milliseconds, finer is cut; beyond what a long can hold the nearest it can. */
final class Millis {
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Millis() {}

    static long of(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return instant.isAfter(LAST) ? Long.MAX_VALUE : instant.toEpochMilli();
    }

    static @Nullable Long orNull(Optional<Instant> instant) {
        return instant.isPresent() ? of(instant.get()) : null;
    }
}
