package cn.zhengai.core.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * How long things are kept. Limits move by whole months, so that erasing, which writes files anew, is a monthly matter:
 * with a period of four years, what speaks about 10 March 2022 goes on 1 April 2026.
 *
 * @param levels readings and ended warnings of a level; a level that is not named is kept for good
 * @param rejections rejected rows and answers to senders; empty: for good
 */
public record Retention(Map<Level, Period> levels, Optional<Period> rejections) {
    /** Everything is kept for good. */
    public static final Retention FOR_GOOD = new Retention(Map.of(), Optional.empty());

    public Retention {
        levels = Map.copyOf(levels);
        levels.values().forEach(Retention::demandLong);
        rejections.ifPresent(Retention::demandLong);
    }

    private static void demandLong(Period period) {
        if (!isWhole(period)) {
            throw new IllegalArgumentException("whole months or years, at least one: " + period);
        }
    }

    /** Whole months or years, at least one month. */
    public static boolean isWhole(Period period) {
        long months = period.toTotalMonths();
        return months >= 1
                && period.normalized()
                        .equals(Period.ofMonths(Math.toIntExact(months)).normalized());
    }

    /** First instant of a level that is kept; empty when all is. */
    public Optional<Instant> firstKept(Level level, Instant now, ZoneId zone) {
        return Optional.ofNullable(levels.get(level)).map(period -> first(period, now, zone));
    }

    /** First instant of taking in whose rejected rows are kept; empty when all are. */
    public Optional<Instant> firstRejectionsKept(Instant now, ZoneId zone) {
        return rejections.map(period -> first(period, now, zone));
    }

    private static Instant first(Period period, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now, zone).minus(period).withDayOfMonth(1);
        return day.atStartOfDay(zone).toInstant();
    }
}
