package cn.zhengai.core.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * School days (校历). A day is one when it lies in a term, is an ordinary weekday of school or a make-up day, and no
 * holiday. Without terms all year is term. Local dates and times throughout; the zone is the caller's.
 *
 * @param terms by first day, not overlapping; empty when none is declared
 */
public record AcademicCalendar(List<DaySpan> terms, DeclaredDays days) {
    /** Longer than any vacation: beyond it nothing is looked for. */
    private static final int FARTHEST = 200;

    public AcademicCalendar {
        terms = terms.stream().sorted(Comparator.comparing(DaySpan::from)).toList();
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i).from().isBefore(terms.get(i - 1).until())) {
                throw new IllegalArgumentException("terms overlap: "
                        + terms.get(i - 1).name() + ", " + terms.get(i).name());
            }
        }
    }

    public boolean isSchoolDay(LocalDate day) {
        boolean kept = days.weekdays().contains(day.getDayOfWeek())
                || days.makeUpDays().contains(day);
        return kept && inTerm(day) && days.holidays().stream().noneMatch(h -> h.covers(day));
    }

    private boolean inTerm(LocalDate day) {
        return terms.isEmpty() || termOf(day).isPresent();
    }

    /** The term a day lies in. */
    public Optional<DaySpan> termOf(LocalDate day) {
        return terms.stream().filter(t -> t.covers(day)).findFirst();
    }

    /** Terms are declared, and the day lies behind the last: nothing is known of it. */
    public boolean runsOutBefore(LocalDate day) {
        return !terms.isEmpty() && !day.isBefore(terms.get(terms.size() - 1).until());
    }

    /** The first school day after a day; empty when none is near or the calendar runs out. */
    public Optional<LocalDate> nextSchoolDay(LocalDate after) {
        return nthSchoolDay(after, 1);
    }

    /**
     * The {@code n}-th school day after a day; the day itself when {@code n} is 0.
     *
     * @return empty when the calendar runs out, or a gap is longer than any vacation
     */
    public Optional<LocalDate> nthSchoolDay(LocalDate after, int n) {
        LocalDate day = after;
        int left = n;
        int gap = 0;
        while (left > 0) {
            day = day.plusDays(1);
            if (isSchoolDay(day)) {
                left--;
                gap = 0;
            } else if (++gap > FARTHEST || runsOutBefore(day)) {
                return Optional.empty();
            }
        }
        return Optional.of(day);
    }

    /** How many school days there are from a day up to and without another; 0 when they stand the other way round. */
    public int schoolDaysBetween(LocalDate from, LocalDate until) {
        return (int) from.datesUntil(until.isAfter(from) ? until : from)
                .filter(this::isSchoolDay)
                .count();
    }

    /** The first of the last {@code n} school days before a day; the day itself when there are none near. */
    public LocalDate schoolDaysBack(LocalDate day, int n) {
        LocalDate first = day;
        LocalDate at = day;
        int left = n;
        int gap = 0;
        while (left > 0 && gap <= FARTHEST) {
            at = at.minusDays(1);
            gap++;
            if (isSchoolDay(at)) {
                first = at;
                left--;
                gap = 0;
            }
        }
        return first;
    }

    /**
     * When so much school time has passed: hours outside school and days without it do not count.
     *
     * @return empty when the calendar runs out before
     */
    public Optional<LocalDateTime> afterSchoolTime(LocalDateTime from, Duration time) {
        Hours hours = days.hours();
        LocalDate day = from.toLocalDate();
        LocalDateTime start = from;
        Duration left = time;
        for (; ; ) {
            if (isSchoolDay(day)) {
                LocalDateTime opens = hours.opens(day);
                LocalDateTime closes = hours.closes(day);
                LocalDateTime begin = start.isAfter(opens) ? start : opens;
                if (begin.isBefore(closes)) {
                    Duration today = Duration.between(begin, closes);
                    if (left.compareTo(today) <= 0) {
                        return Optional.of(begin.plus(left));
                    }
                    left = left.minus(today);
                }
            }
            Optional<LocalDate> next = nextSchoolDay(day);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            day = next.get();
            start = hours.opens(day);
        }
    }

    /** Name of the holiday a day lies in, for people. */
    public Optional<String> holiday(LocalDate day) {
        return days.holidays().stream()
                .filter(h -> h.covers(day))
                .map(DaySpan::name)
                .findFirst();
    }
}
