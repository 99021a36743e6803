package cn.zhengai.core.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Hours of a school day, within one day: what is due by the hour is due within them.
 *
 * @param until midnight means the end of the day; from midnight until midnight is all day
 */
public record Hours(LocalTime from, LocalTime until) {
    public static final Hours STANDARD = new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0));

    public Hours {
        if (!from.isBefore(until) && !until.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("school ends before it begins: " + from + ", " + until);
        }
    }

    /** When they begin on a day. */
    public LocalDateTime opens(LocalDate day) {
        return day.atTime(from);
    }

    /** When they are over on a day; at the latest the first instant of the next. */
    public LocalDateTime closes(LocalDate day) {
        return until.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(until);
    }

    /** From the first to the last instant of a school day, up to 24 hours. */
    public Duration length() {
        return Duration.between(opens(LocalDate.EPOCH), closes(LocalDate.EPOCH));
    }
}
