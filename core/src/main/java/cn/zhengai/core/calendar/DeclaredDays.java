package cn.zhengai.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a college declares of its calendar beside its terms.
 *
 * @param weekdays on which school is kept in an ordinary week
 * @param holidays public holidays and vacations; may overlap
 * @param makeUpDays 调休上课日: days on which school is kept although their weekday is free
 * @param exams exam periods; school days like others, named for those who mute in them
 * @param hours of a school day
 */
public record DeclaredDays(
        Set<DayOfWeek> weekdays, List<DaySpan> holidays, Set<LocalDate> makeUpDays, List<DaySpan> exams, Hours hours) {
    /** Monday to Friday, no holidays, 8 to 18 o'clock. */
    public static final DeclaredDays STANDARD = new DeclaredDays(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of(), Set.of(), List.of(), Hours.STANDARD);

    public DeclaredDays {
        weekdays = Set.copyOf(weekdays);
        holidays = List.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
        exams = List.copyOf(exams);
    }
}
