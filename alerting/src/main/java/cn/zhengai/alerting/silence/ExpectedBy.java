package cn.zhengai.alerting.silence;

import cn.zhengai.core.calendar.AcademicCalendar;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.ControlPoint;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When the reading after the last one is due. The period after the last reading's own must have one; it is due a grace
 * after the period's end, both counted on the academic calendar:
 *
 * <table>
 * <caption>periods</caption>
 * <tr><td>real time, hourly</td><td>the next 15 minutes, the next hour of school time</td></tr>
 * <tr><td>daily</td><td>the next school day</td></tr>
 * <tr><td>weekly, monthly</td><td>the next week (from Monday) or month that has a school day</td></tr>
 * <tr><td>termly</td><td>the next term; what is read in a vacation belongs to the term before it</td></tr>
 * <tr><td>yearly</td><td>the next calendar year</td></tr>
 * </table>
 *
 * A grace of days counts school days and ends with the last of them; one of hours counts school time. Worked: daily, read
 * on Wednesday 2026-09-30; the holidays of October go to the 7th, so Thursday the 8th lacks its reading at the end of
 * Friday the 9th.
 */
public final class ExpectedBy {
    private static final Duration REAL_TIME = Duration.ofMinutes(15);

    private final AcademicCalendar calendar;
    private final ZoneId zone;

    public ExpectedBy(AcademicCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** How long after its period a reading may come when the point says nothing else. */
    public static Duration standardGrace(Cadence cadence) {
        return switch (cadence) {
            case REAL_TIME -> Duration.ofMinutes(45);
            case HOURLY -> Duration.ofHours(1);
            case DAILY -> Duration.ofDays(1);
            case WEEKLY -> Duration.ofDays(2);
            case MONTHLY -> Duration.ofDays(5);
            case TERMLY, YEARLY -> Duration.ofDays(10);
        };
    }

    /** @return empty when the calendar does not reach so far: nothing is expected of what is not known */
    public Optional<Due> after(ControlPoint point, Instant last) {
        Duration grace = grace(point);
        LocalDateTime local = LocalDateTime.ofInstant(last, zone);
        return switch (point.cadence()) {
            case REAL_TIME -> within(last, local, REAL_TIME, grace);
            case HOURLY -> within(last, local, Duration.ofHours(1), grace);
            default -> period(point.cadence(), local.toLocalDate()).flatMap(days -> due(days, grace));
        };
    }

    /**
     * When what speaks about an instant is late: by its own period instead of the next.
     *
     * @return empty when the calendar does not reach so far
     */
    public Optional<Instant> lateFrom(ControlPoint point, Instant at) {
        Duration grace = grace(point);
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return switch (point.cadence()) {
            case REAL_TIME, HOURLY -> closing(local, grace);
            case DAILY -> closing(local.toLocalDate(), grace);
            case WEEKLY -> closing(sunday(local.toLocalDate()), grace);
            case MONTHLY -> closing(monthEnd(local.toLocalDate()), grace);
            case TERMLY ->
                calendar.termOf(local.toLocalDate())
                        .map(DaySpan::last)
                        .or(() -> Optional.of(local.toLocalDate()))
                        .flatMap(end -> closing(end, grace));
            case YEARLY -> closing(yearEnd(local.toLocalDate()), grace);
        };
    }

    /** The days of the period after the one a day belongs to; for what is due by the hour, the next school day. */
    public Optional<DaySpan> period(Cadence cadence, LocalDate day) {
        return switch (cadence) {
            case REAL_TIME, HOURLY, DAILY -> calendar.nextSchoolDay(day).map(d -> span(d, d));
            case WEEKLY ->
                calendar.nextSchoolDay(sunday(day))
                        .map(d -> span(d.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), sunday(d)));
            case MONTHLY -> calendar.nextSchoolDay(monthEnd(day)).map(d -> span(d.withDayOfMonth(1), monthEnd(d)));
            case TERMLY ->
                calendar.terms().stream().filter(t -> t.from().isAfter(day)).findFirst();
            case YEARLY -> {
                LocalDate first = yearEnd(day).plusDays(1);
                yield Optional.of(span(first, yearEnd(first)));
            }
        };
    }

    private static Duration grace(ControlPoint point) {
        return point.supply().grace().orElse(standardGrace(point.cadence()));
    }

    private Optional<Due> within(Instant last, LocalDateTime local, Duration step, Duration grace) {
        Optional<LocalDateTime> end = calendar.afterSchoolTime(local, step);
        return end.flatMap(e -> closing(e, grace)).map(by -> new Due(last.plusMillis(1), by));
    }

    private Optional<Due> due(DaySpan days, Duration grace) {
        return closing(days.last(), grace).map(by -> new Due(instant(days.from().atStartOfDay()), by));
    }

    private Optional<Instant> closing(LocalDate last, Duration grace) {
        return closing(last.plusDays(1).atStartOfDay(), grace);
    }

    private Optional<Instant> closing(LocalDateTime end, Duration grace) {
        int days = Math.toIntExact(grace.toDays());
        if (days == 0) {
            return calendar.afterSchoolTime(end, grace).map(this::instant);
        }
        LocalDate last = end.minusNanos(1).toLocalDate();
        return calendar.nthSchoolDay(last, days).map(d -> instant(d.plusDays(1).atStartOfDay()));
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private static DaySpan span(LocalDate first, LocalDate last) {
        return new DaySpan(first.toString(), first, last.plusDays(1));
    }

    private static LocalDate sunday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private static LocalDate monthEnd(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    private static LocalDate yearEnd(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfYear());
    }
}
