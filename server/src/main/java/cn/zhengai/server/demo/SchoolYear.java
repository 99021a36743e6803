package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Cadence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

/** When a demo college teaches, and on which days a point of a cadence is read. */
final class SchoolYear {
    private static final MonthDay SPRING = MonthDay.of(3, 1);
    private static final MonthDay SUMMER_BREAK = MonthDay.of(7, 6);
    private static final MonthDay AUTUMN = MonthDay.of(9, 1);
    private static final MonthDay WINTER_BREAK = MonthDay.of(1, 11);
    /** The reference day of yearly figures: the status data platform's own is the end of August. */
    private static final MonthDay YEARLY = MonthDay.of(9, 10);

    private SchoolYear() {}

    /** A weekday in term, the two long holidays left out. */
    static boolean teaching(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        boolean spring = !date.isBefore(SPRING) && date.isBefore(SUMMER_BREAK);
        boolean autumn = !date.isBefore(AUTUMN) || date.isBefore(WINTER_BREAK);
        boolean holiday = within(date, MonthDay.of(5, 1), MonthDay.of(5, 5))
                || within(date, MonthDay.of(10, 1), MonthDay.of(10, 7))
                || date.equals(MonthDay.of(1, 1));
        return (spring || autumn) && !holiday && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private static boolean within(MonthDay date, MonthDay first, MonthDay last) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** Is a point of this cadence read on this day? */
    static boolean read(Cadence cadence, LocalDate day) {
        return switch (cadence) {
            case REAL_TIME, HOURLY, DAILY -> teaching(day);
            case WEEKLY -> day.getDayOfWeek() == DayOfWeek.FRIDAY && teaching(day);
            case MONTHLY -> day.equals(day.withDayOfMonth(day.lengthOfMonth()));
            case TERMLY ->
                MonthDay.from(day).equals(MonthDay.of(7, 5))
                        || MonthDay.from(day).equals(MonthDay.of(1, 10));
            case YEARLY -> MonthDay.from(day).equals(YEARLY);
        };
    }
}
