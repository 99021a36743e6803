package cn.zhengai.collector.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** One way of writing an instant, by its name in a mapping. Safe for use by many threads. */
interface InstantFormat {
    /** Epoch milliseconds, finer cut; {@link InstantText#BAD} when the text is not written so. */
    long millis(String text, ZoneId zone);

    /** @throws IllegalArgumentException when the name is neither known nor a pattern */
    static InstantFormat named(String name) {
        return switch (name) {
            case "iso" -> IsoInstant::millis;
            case "epoch-s" -> (text, zone) -> epoch(text, 1000, 1);
            case "epoch-ms" -> (text, zone) -> epoch(text, 1, 1);
            case "epoch-us" -> (text, zone) -> epoch(text, 1, 1_000);
            case "epoch-ns" -> (text, zone) -> epoch(text, 1, 1_000_000);
            default -> {
                DateTimeFormatter pattern = DateTimeFormatter.ofPattern(name, Locale.CHINA);
                yield (text, zone) -> patterned(text, zone, pattern);
            }
        };
    }

    private static long epoch(String text, long times, long over) {
        try {
            return Math.floorDiv(Math.multiplyExact(Long.parseLong(text), times), over);
        } catch (NumberFormatException | ArithmeticException bad) {
            return InstantText.BAD;
        }
    }

    private static long patterned(String text, ZoneId zone, DateTimeFormatter pattern) {
        try {
            TemporalAccessor found = pattern.parseBest(
                    text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (found instanceof ZonedDateTime zoned) {
                return zoned.toInstant().toEpochMilli();
            }
            if (found instanceof OffsetDateTime offset) {
                return offset.toInstant().toEpochMilli();
            }
            LocalDateTime local = found instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(found);
            return local.atZone(zone).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException bad) {
            return InstantText.BAD;
        }
    }
}
