package cn.zhengai.messaging.kafka.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record stands: {@code topic-partition@offset}. */
public record Place(String topic, int partition, long offset) {
    private static final Pattern SHOWN = Pattern.compile("(.+)-(\\d{1,9})@(\\d{1,18})");

    /** What {@link #toString} wrote; empty when it is written otherwise. */
    public static Optional<Place> parse(String text) {
        Matcher parts = SHOWN.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new Place(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
