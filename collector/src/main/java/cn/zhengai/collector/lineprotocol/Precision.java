package cn.zhengai.collector.lineprotocol;

import java.util.Optional;

/** What a timestamp counts. */
public enum Precision {
    NANOSECONDS(1L),
    MICROSECONDS(1_000L),
    MILLISECONDS(1_000_000L),
    SECONDS(1_000_000_000L),
    MINUTES(60_000_000_000L),
    HOURS(3_600_000_000_000L);

    private final long nanos;

    Precision(long nanos) {
        this.nanos = nanos;
    }

    /** Nanoseconds in one. */
    public long nanos() {
        return nanos;
    }

    /**
     * By the names of both APIs: {@code ns n us u ms s m h}; blank is nanoseconds. Empty for anything else.
     */
    public static Optional<Precision> named(String name) {
        return switch (name) {
            case "", "ns", "n" -> Optional.of(NANOSECONDS);
            case "us", "u", "µ", "µs" -> Optional.of(MICROSECONDS);
            case "ms" -> Optional.of(MILLISECONDS);
            case "s" -> Optional.of(SECONDS);
            case "m" -> Optional.of(MINUTES);
            case "h" -> Optional.of(HOURS);
            default -> Optional.empty();
        };
    }
}
