package cn.zhengai.alerting.silence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Supply;
import cn.zhengai.core.catalogue.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedByTest {
    private static final ExpectedBy RULE = new ExpectedBy(SchoolYear.CALENDAR, College.ZONE);

    private static ControlPoint point(Cadence cadence, Optional<Duration> grace) {
        ControlPoint any = College.point(
                "course.x", "试验", Level.COURSE, Watch.DEFAULT, College.version(College.SINCE, 98, 95, 90));
        return SchoolYear.paced(any, cadence).with(new Supply(grace, Optional.empty()));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(College.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // read on, the period that owes a reading begins, overdue from
        "DAILY, 2026-11-23T08:00, 2026-11-24T00:00, 2026-11-26T00:00, Monday to Wednesday's end",
        "DAILY, 2026-11-26T23:59, 2026-11-27T00:00, 2026-12-01T00:00, over a weekend",
        "DAILY, 2026-09-30T08:00, 2026-10-08T00:00, 2026-10-10T00:00, over the holidays of October",
        "DAILY, 2026-10-09T08:00, 2026-10-10T00:00, 2026-10-13T00:00, a Saturday made a school day owes one",
        "DAILY, 2026-07-03T08:00, 2026-09-01T00:00, 2026-09-03T00:00, over the summer",
        "WEEKLY, 2026-11-18T08:00, 2026-11-23T00:00, 2026-12-02T00:00, the next week and two school days",
        "WEEKLY, 2026-09-24T08:00, 2026-09-28T00:00, 2026-10-10T00:00, its grace begins after the holidays",
        "WEEKLY, 2026-09-30T08:00, 2026-10-05T00:00, 2026-10-14T00:00, the week of the make-up day",
        "MONTHLY, 2026-09-30T08:00, 2026-10-01T00:00, 2026-11-07T00:00, the next month and five school days",
        "MONTHLY, 2026-06-30T08:00, 2026-07-01T00:00, 2026-09-08T00:00, July ends in the vacation",
        "TERMLY, 2026-07-05T08:00, 2026-09-01T00:00, , the calendar ends before its grace does",
        "TERMLY, 2026-01-10T08:00, 2026-03-01T00:00, 2026-09-15T00:00, ten school days into the next term",
        "TERMLY, 2026-08-20T08:00, 2026-09-01T00:00, , read in the vacation: of the term before",
        "YEARLY, 2025-09-10T08:00, 2026-01-01T00:00, , the calendar ends within its grace",
        "HOURLY, 2026-11-24T09:30, 2026-11-24T09:30:00.001, 2026-11-24T11:30, an hour and an hour",
        "HOURLY, 2026-11-27T17:30, 2026-11-27T17:30:00.001, 2026-11-30T09:30, over a weekend",
        "REAL_TIME, 2026-11-24T09:30, 2026-11-24T09:30:00.001, 2026-11-24T10:30, an hour in all",
    })
    void isDue(Cadence cadence, LocalDateTime last, LocalDateTime from, LocalDateTime by, String why) {
        Optional<Due> due = RULE.after(point(cadence, Optional.empty()), at(last));
        if (by == null) {
            assertThat(due).as(why).isEmpty();
        } else {
            assertThat(due).as(why).contains(new Due(at(from), at(by)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, P3D, 2026-11-23T08:00, 2026-11-28T00:00",
        "DAILY, PT4H, 2026-11-23T08:00, 2026-11-25T12:00",
        "WEEKLY, P1D, 2026-11-18T08:00, 2026-12-01T00:00",
        "HOURLY, P1D, 2026-11-24T09:30, 2026-11-26T00:00",
    })
    void aPointHasAGraceOfItsOwn(Cadence cadence, Duration grace, LocalDateTime last, LocalDateTime by) {
        assertThat(RULE.after(point(cadence, Optional.of(grace)), at(last)).map(Due::by))
                .contains(at(by));
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11-23T08:00, 2026-11-25T00:00",
        "WEEKLY, 2026-11-18T08:00, 2026-11-25T00:00",
        "MONTHLY, 2026-10-31T08:00, 2026-11-07T00:00",
        "TERMLY, 2026-07-05T08:00, 2026-09-15T00:00",
    })
    void aReadingIsLateByItsOwnPeriod(Cadence cadence, LocalDateTime at, LocalDateTime by) {
        assertThat(RULE.lateFrom(point(cadence, Optional.empty()), at(at))).contains(at(by));
    }

    @Test
    void behindTheCalendarNothingIsDue() {
        assertThat(RULE.after(point(Cadence.DAILY, Optional.empty()), Instant.parse("2027-01-09T00:00:00Z")))
                .isEmpty();
    }

    /** A newer reading never makes the next one due earlier; what is owed begins after the last and ends before it is due. */
    @ParameterizedTest
    @EnumSource(Cadence.class)
    void laterReadingsAreDueLater(Cadence cadence) {
        Random random = new Random(cadence.name().hashCode());
        for (int i = 0; i < 200; i++) {
            long first = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli() + random.nextInt(250) * 86_400_000L;
            Instant one = Instant.ofEpochMilli(first + random.nextInt(86_400_000));
            Instant two = one.plusSeconds(random.nextInt(3_000_000));
            Optional<Due> before = RULE.after(point(cadence, Optional.empty()), one);
            Optional<Due> after = RULE.after(point(cadence, Optional.empty()), two);
            before.ifPresent(due -> {
                assertThat(due.from()).isAfter(one).isBefore(due.by());
                after.ifPresent(later -> assertThat(later.by()).isAfterOrEqualTo(due.by()));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P1D", "P9D"})
    void aLongerGraceIsNeverDueEarlier(Duration grace) {
        Instant last = Instant.parse("2026-09-29T00:00:00Z");
        Instant by = RULE.after(point(Cadence.DAILY, Optional.of(grace)), last)
                .orElseThrow()
                .by();
        Instant longer = RULE.after(point(Cadence.DAILY, Optional.of(grace.plusDays(1))), last)
                .orElseThrow()
                .by();
        assertThat(longer).isAfter(by);
    }
}
