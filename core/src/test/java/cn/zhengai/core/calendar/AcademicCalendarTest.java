package cn.zhengai.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcademicCalendarTest {
    /** Autumn 2026 with National Day and the make-up days of that year. */
    private static final AcademicCalendar AUTUMN = new AcademicCalendar(
            List.of(span("春", "2026-03-01", "2026-07-06"), span("秋", "2026-09-01", "2027-01-11")),
            new DeclaredDays(
                    DeclaredDays.STANDARD.weekdays(),
                    List.of(
                            span("中秋节", "2026-09-25", "2026-09-28"),
                            span("国庆节", "2026-10-01", "2026-10-08"),
                            span("元旦", "2027-01-01", "2027-01-02")),
                    Set.of(LocalDate.parse("2026-09-20"), LocalDate.parse("2026-10-10")),
                    List.of(),
                    Hours.STANDARD));

    private static DaySpan span(String name, String from, String until) {
        return new DaySpan(name, LocalDate.parse(from), LocalDate.parse(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-18, true, a Friday",
        "2026-09-19, false, a Saturday",
        "2026-09-20, true, a Sunday made a school day",
        "2026-09-25, false, a holiday on a Friday",
        "2026-10-05, false, a holiday on a Monday",
        "2026-10-08, true, the Thursday after",
        "2026-10-10, true, a Saturday made a school day",
        "2026-10-11, false, the Sunday after it",
        "2026-08-03, false, a Monday between the terms",
        "2027-01-11, false, after the last term",
    })
    void schoolDays(LocalDate day, boolean school, String why) {
        assertThat(AUTUMN.isSchoolDay(day)).as(why).isEqualTo(school);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 1, 2026-10-08",
        "2026-10-09, 1, 2026-10-10",
        "2026-10-10, 1, 2026-10-12",
        "2026-09-30, 3, 2026-10-10",
        "2026-07-03, 1, 2026-09-01",
        "2026-10-10, 0, 2026-10-10",
    })
    void schoolDaysAreCounted(LocalDate after, int n, LocalDate then) {
        assertThat(AUTUMN.nthSchoolDay(after, n)).contains(then);
    }

    @Test
    void behindTheLastTermNothingIsKnown() {
        assertThat(AUTUMN.nextSchoolDay(LocalDate.parse("2027-01-10"))).isEmpty();
        assertThat(AUTUMN.runsOutBefore(LocalDate.parse("2027-01-10"))).isFalse();
        assertThat(AUTUMN.runsOutBefore(LocalDate.parse("2027-01-11"))).isTrue();
        assertThat(AUTUMN.afterSchoolTime(LocalDateTime.parse("2027-01-08T17:00"), Duration.ofHours(2)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T17:30, PT1H, 2026-10-08T08:30",
        "2026-09-30T03:00, PT1H, 2026-09-30T09:00",
        "2026-10-08T12:00, PT6H, 2026-10-08T18:00",
        "2026-10-09T17:00, PT12H, 2026-10-12T09:00",
        "2026-10-08T12:00, PT0S, 2026-10-08T12:00",
    })
    void schoolTimePassesOnlyAtSchool(LocalDateTime from, Duration time, LocalDateTime then) {
        assertThat(AUTUMN.afterSchoolTime(from, time)).contains(then);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-09T23:30, PT1H, 2026-10-10T00:30",
        "2026-10-09T23:30, PT48H, 2026-10-11T23:30",
        "2026-10-09T00:00, PT24H, 2026-10-10T00:00",
        "2026-12-31T23:59:59, PT1S, 2027-01-01T00:00",
    })
    void roundTheClockEveryHourIsSchoolTime(LocalDateTime from, Duration time, LocalDateTime then) {
        AcademicCalendar always = new AcademicCalendar(
                List.of(),
                new DeclaredDays(
                        EnumSet.allOf(DayOfWeek.class),
                        List.of(),
                        Set.of(),
                        List.of(),
                        new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        assertThat(always.afterSchoolTime(from, time)).contains(then);
    }

    @Test
    void anEveningMayLastUntilMidnight() {
        Hours evening = new Hours(LocalTime.of(18, 0), LocalTime.MIDNIGHT);
        LocalDate day = LocalDate.parse("2026-10-09");
        assertThat(evening.opens(day)).isEqualTo("2026-10-09T18:00");
        assertThat(evening.closes(day)).isEqualTo("2026-10-10T00:00");
    }

    @Test
    void withoutTermsAllYearIsTerm() {
        AcademicCalendar plain = new AcademicCalendar(List.of(), DeclaredDays.STANDARD);
        assertThat(plain.isSchoolDay(LocalDate.parse("2040-08-03"))).isTrue();
        assertThat(plain.isSchoolDay(LocalDate.parse("2040-08-04"))).isFalse();
        assertThat(plain.runsOutBefore(LocalDate.parse("2999-01-01"))).isFalse();
    }

    @Test
    void aCalendarWithoutSchoolDaysEndsItsSearch() {
        AcademicCalendar never = new AcademicCalendar(
                List.of(),
                new DeclaredDays(
                        Set.of(DayOfWeek.MONDAY),
                        List.of(span("停课", "2026-01-01", "2030-01-01")),
                        Set.of(),
                        List.of(),
                        Hours.STANDARD));
        assertThat(never.nextSchoolDay(LocalDate.parse("2026-01-01"))).isEmpty();
        assertThat(never.schoolDaysBack(LocalDate.parse("2028-01-01"), 30)).isEqualTo(LocalDate.parse("2028-01-01"));
    }

    @Test
    void namesTermsAndHolidays() {
        assertThat(AUTUMN.termOf(LocalDate.parse("2026-09-01")).map(DaySpan::name))
                .contains("秋");
        assertThat(AUTUMN.termOf(LocalDate.parse("2026-08-31"))).isEmpty();
        assertThat(AUTUMN.holiday(LocalDate.parse("2026-10-07"))).contains("国庆节");
        assertThat(AUTUMN.schoolDaysBetween(LocalDate.parse("2026-09-28"), LocalDate.parse("2026-10-12")))
                .isEqualTo(6);
        assertThat(AUTUMN.schoolDaysBack(LocalDate.parse("2026-10-12"), 6)).isEqualTo(LocalDate.parse("2026-09-28"));
        assertThatThrownBy(() -> new AcademicCalendar(
                        List.of(span("a", "2026-01-01", "2026-03-01"), span("b", "2026-02-01", "2026-04-01")),
                        DeclaredDays.STANDARD))
                .hasMessageContaining("terms overlap");
    }

    /** Counting onwards and counting between are inverse; school time is never less than the clock's. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countingIsInverse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            LocalDate day = LocalDate.parse("2026-03-01").plusDays(random.nextInt(260));
            int n = 1 + random.nextInt(12);
            Optional<LocalDate> then = AUTUMN.nthSchoolDay(day, n);
            then.ifPresent(t -> {
                assertThat(AUTUMN.isSchoolDay(t)).isTrue();
                assertThat(AUTUMN.schoolDaysBetween(day.plusDays(1), t.plusDays(1)))
                        .isEqualTo(n);
            });
            LocalDateTime from = day.atTime(random.nextInt(24), random.nextInt(60));
            Duration time = Duration.ofMinutes(random.nextInt(3000));
            AUTUMN.afterSchoolTime(from, time)
                    .ifPresent(t -> assertThat(Duration.between(from, t)).isGreaterThanOrEqualTo(time));
        }
    }

    @Test
    void midnightAtTheEndIsTheEndOfTheDay() {
        assertThat(Hours.STANDARD.length()).isEqualTo(Duration.ofHours(10));
        assertThat(new Hours(LocalTime.of(18, 0), LocalTime.MIDNIGHT).length()).isEqualTo(Duration.ofHours(6));
        assertThat(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT).length()).isEqualTo(Duration.ofDays(1));
    }
}
