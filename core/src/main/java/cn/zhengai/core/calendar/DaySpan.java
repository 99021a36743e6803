package cn.zhengai.core.calendar;

import java.time.LocalDate;

/**
 * Days in a row that have a name: a term, a holiday, an exam period.
 *
 * @param from first day
 * @param until the day after the last
 */
public record DaySpan(String name, LocalDate from, LocalDate until) {
    public DaySpan {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(name + " ends before it begins: " + from + ", " + until);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** The last day. */
    public LocalDate last() {
        return until.minusDays(1);
    }
}
