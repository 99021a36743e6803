package cn.zhengai.alerting.silence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.calendar.DeclaredDays;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final ControlPoint ATTENDANCE = College.attendance(Watch.DEFAULT);
    private static final String[] ALL = names(0, 20);

    private static String[] names(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> "c" + i).toArray(String[]::new);
    }

    private static College college(int courses) {
        return college(courses, ATTENDANCE);
    }

    private static College college(int courses, ControlPoint point) {
        College college = new College()
                .unit("zw", "质量管理委员会", "")
                .unit("jwc", "教务处", "zw")
                .point(point)
                .source("kq", "考勤系统", "jwc", Lookout.POINT)
                .term("2025秋", "2025-09-01", "2026-01-11")
                .term("2026春", "2026-03-01", "2026-07-06")
                .term("2026秋", "2026-09-01", "2027-01-11")
                .days(SchoolYear.DAYS);
        for (int i = 0; i < courses; i++) {
            college.subject("c" + i, "课程" + i, Level.COURSE, "zw");
        }
        return college;
    }

    /** 20 courses read on Monday 2026-11-23. */
    private static Lookout twenty() {
        return new Lookout(college(20).catalogue(), "2026-11-23T12:00").take("kq", false, "2026-11-23", ALL);
    }

    /** What came meanwhile was not heard yet: nobody is called silent for that. */
    @Test
    void aStoreThatAnswersSlowlyIsAskedSeldomAndNobodyIsCalledSilentMeanwhile() {
        Lookout lookout = twenty().slowness(Duration.ofMinutes(2));
        lookout.take("kq", false, "2026-11-24", ALL).look("2026-11-26T23:30");
        lookout.take("kq", false, "2026-11-25", ALL).look("2026-11-27T00:05");
        assertThat(lookout.steps()).as("not listened to").isEmpty();
        lookout.look("2026-11-27T00:15");
        assertThat(lookout.steps()).as("heard by now").isEmpty();

        lookout.look("2026-11-28T00:15");
        assertThat(lookout.steps()).isNotEmpty();
    }

    @Test
    void whoeverSendsAllTheTimeHidesNobodyBehindASlowStore() {
        Lookout lookout = twenty().slowness(Duration.ofMinutes(1));
        LocalDateTime evening = LocalDateTime.parse("2026-11-25T23:50");
        for (int minute = 0; minute < 90; minute++) {
            String when = evening.plusMinutes(minute).toString();
            lookout.take("kq", false, when, names(1, 20)).look(when);
        }
        assertThat(lookout.steps()).containsExactly("RAISED! course.attendance/c0");
    }

    /** What was accepted is on its way into the store. */
    @Test
    void aStoreThatIsBehindTheLogMakesNobodySilent() {
        Lookout lookout = twenty().look("2026-11-24T12:00");
        lookout.take("kq", false, "2026-11-24", ALL).behind(20).look("2026-11-27T00:05");
        assertThat(lookout.steps()).as("not there yet").isEmpty();
        lookout.behind(0).look("2026-11-27T00:09");
        assertThat(lookout.steps())
                .as("what is there is older than two minutes")
                .isEmpty();

        lookout.look("2026-11-27T00:30");
        assertThat(lookout.steps()).as("nothing more came").isNotEmpty();
    }

    @Test
    void aSeriesThatIsOverdueIsToldOnceAndClearedByItsReading() {
        Lookout lookout = twenty();
        lookout.time.set(Lookout.at("2026-11-24T12:00"));
        lookout.take("kq", false, "2026-11-24", names(1, 20)).lookDaily("2026-11-24", "2026-11-25");
        assertThat(lookout.steps()).isEmpty();

        lookout.take("kq", false, "2026-11-25", names(1, 20)).look("2026-11-26T00:00");
        assertThat(lookout.steps()).containsExactly("RAISED! course.attendance/c0");
        Warning open = lookout.only();
        assertThat(open.kind()).isEqualTo(WarningKind.NO_DATA);
        assertThat(open.firstAt()).isEqualTo(Lookout.at("2026-11-24T00:00"));
        assertThat(open.raisedAt()).isEqualTo(Lookout.at("2026-11-26T00:00"));

        lookout.look("2026-11-26T00:01").restart().look("2026-11-26T00:02");
        assertThat(lookout.steps()).hasSize(1);

        lookout.take("kq", false, "2026-11-26T00:03", ALL).look("2026-11-26T00:04");
        assertThat(lookout.steps()).containsExactly("RAISED! course.attendance/c0", "CLEARED! course.attendance/c0");
        assertThat(lookout.warnings().warning(open.id()).orElseThrow().clearedAt())
                .contains(Lookout.at("2026-11-26T00:04"));
    }

    @Test
    void aLateReadingForTheMissingDayClears() {
        Lookout lookout = new Lookout(college(20).catalogue(), "2026-11-23T12:00")
                .take("kq", false, "2026-11-23", "c0")
                .take("kq", false, "2026-11-30", names(1, 20))
                .look("2026-11-26T01:00");
        assertThat(lookout.open()).containsExactly("course.attendance/c0");

        lookout.take("kq", true, "2026-11-24T15:00", "c0").look("2026-11-26T02:00");
        assertThat(lookout.open()).isEmpty();
        assertThat(lookout.steps()).endsWith("CLEARED! course.attendance/c0");
    }

    @Test
    void aLateReadingThatIsStillBehindClearsNothing() {
        Lookout lookout = twenty().take("kq", false, "2026-11-30", names(1, 20)).look("2026-11-30T01:00");
        lookout.take("kq", false, "2026-11-24", "c0").look("2026-11-30T02:00");

        assertThat(lookout.steps()).containsExactly("RAISED! course.attendance/c0");
        assertThat(lookout.open()).hasSize(1);
    }

    @Test
    void aSourceThatStopsIsOneSentenceAndMutesItsSeries() {
        Lookout lookout = twenty().lookDaily("2026-11-24", "2026-11-30");
        assertThat(lookout.steps()).containsExactly("RAISED! @source/kq");
        Warning outage = lookout.only();
        assertThat(outage.source()).contains("kq");
        assertThat(outage.raisedValue()).isEqualTo(Micros.position(Micros.ofWhole(20), false));
        assertThat(lookout.report().source("kq").orElseThrow().silent()).hasSize(20);

        lookout.take("kq", false, "2026-11-30", ALL).look("2026-11-30T10:00");
        assertThat(lookout.steps()).containsExactly("RAISED! @source/kq", "CLEARED! @source/kq");
    }

    @Test
    void manySeriesOfAPointAreOneSentence() {
        Lookout lookout = twenty().take("kq", false, "2026-11-25", names(6, 20)).lookDaily("2026-11-24", "2026-11-26");
        assertThat(lookout.steps()).containsExactly("RAISED! course.attendance/@kq");

        lookout.take("kq", false, "2026-11-26", names(2, 20)).look("2026-11-26T10:00");
        assertThat(lookout.steps())
                .as("two are left: the many are over, the two speak for themselves")
                .containsExactly(
                        "RAISED! course.attendance/@kq",
                        "RAISED! course.attendance/c0",
                        "RAISED! course.attendance/c1",
                        "CLEARED! course.attendance/@kq");
    }

    /** Every quarter of a minute one of twenty courses is read; overdue after an hour. */
    private static Lookout polled() {
        ControlPoint realTime = new ControlPoint(
                ATTENDANCE.id(),
                ATTENDANCE.name(),
                ATTENDANCE.level(),
                ATTENDANCE.unit(),
                ATTENDANCE.direction(),
                ATTENDANCE.rollUp(),
                Cadence.REAL_TIME,
                ATTENDANCE.weight(),
                ATTENDANCE.owner(),
                ATTENDANCE.plausible(),
                ATTENDANCE.appliesTo(),
                ATTENDANCE.watch(),
                ATTENDANCE.versions(),
                true);
        Lookout lookout = new Lookout(college(20, realTime).catalogue(), "2026-11-24T10:00");
        return poll(lookout, "2026-11-24T10:00", 0, 20);
    }

    private static String later(String local, int minutes) {
        return LocalDateTime.parse(local).plusMinutes(minutes).toString();
    }

    private static Lookout poll(Lookout lookout, String from, int first, int until) {
        for (int i = first; i < until; i++) {
            lookout.take(
                    "kq", false, LocalDateTime.parse(from).plusSeconds(15L * i).toString(), "c" + i);
        }
        return lookout;
    }

    @Test
    void aSourceThatIsReadInTurnStopsAndComesBackInOneSentence() {
        Lookout lookout = polled();
        for (int minute = 0; minute <= 30; minute++) {
            lookout.look(later("2026-11-24T11:00", minute));
        }
        assertThat(lookout.steps()).containsExactly("RAISED! @source/kq");
        assertThat(lookout.only().raisedAt()).isEqualTo(Lookout.at("2026-11-24T11:00"));

        for (int minute = 0; minute < 5; minute++) {
            poll(lookout, "2026-11-24T11:31", 4 * minute, 4 * minute + 4).look(later("2026-11-24T11:32", minute));
        }
        assertThat(lookout.steps()).containsExactly("RAISED! @source/kq", "CLEARED! @source/kq");
        lookout.look("2026-11-24T11:50");
        assertThat(lookout.steps()).hasSize(2);
    }

    @Test
    void whatDoesNotComeBackAfterAnOutageIsToldTenMinutesLater() {
        Lookout lookout = polled().look("2026-11-24T11:30");
        poll(lookout, "2026-11-24T11:31", 0, 18).look("2026-11-24T11:36").look("2026-11-24T11:45");
        assertThat(lookout.steps()).containsExactly("RAISED! @source/kq", "CLEARED! @source/kq");
        lookout.look("2026-11-24T11:46");
        assertThat(lookout.steps())
                .containsExactly(
                        "RAISED! @source/kq",
                        "CLEARED! @source/kq",
                        "RAISED! course.attendance/c18",
                        "RAISED! course.attendance/c19");
    }

    @Test
    void theSourceSpeaksOverWhatWasOpenAlready() {
        Lookout lookout = twenty().take("kq", false, "2026-11-24", names(2, 20))
                .take("kq", false, "2026-11-25", names(2, 20))
                .look("2026-11-26T01:00");
        assertThat(lookout.open()).containsExactly("course.attendance/c0", "course.attendance/c1");

        lookout.lookDaily("2026-11-27", "2026-11-30");
        assertThat(lookout.steps()).hasSize(3).endsWith("RAISED! @source/kq");

        lookout.take("kq", false, "2026-11-30", names(1, 20)).look("2026-11-30T10:00");
        assertThat(lookout.open()).containsExactly("course.attendance/c0");
    }

    @Test
    void holidaysAndVacationsAreQuiet() {
        Lookout lookout = new Lookout(college(20).catalogue(), "2026-09-30T12:00")
                .take("kq", false, "2026-09-30", ALL)
                .lookDaily("2026-10-01", "2026-10-09");
        assertThat(lookout.steps()).isEmpty();
        lookout.look("2026-10-10T00:00");
        assertThat(lookout.steps()).hasSize(1);

        Lookout summer = new Lookout(college(20).catalogue(), "2026-07-03T12:00")
                .take("kq", false, "2026-07-03", ALL)
                .lookDaily("2026-07-04", "2026-09-02");
        assertThat(summer.steps()).isEmpty();
    }

    @Test
    void aMakeUpDayOwesItsReadings() {
        Lookout lookout = new Lookout(college(20).catalogue(), "2026-10-09T12:00")
                .take("kq", false, "2026-10-09", ALL)
                .lookDaily("2026-10-10", "2026-10-12");
        assertThat(lookout.steps()).isEmpty();
        lookout.look("2026-10-13T00:00");
        assertThat(lookout.only().firstAt()).isEqualTo(Lookout.at("2026-10-10T00:00"));
    }

    @Test
    void historyIsNotWaitedFor() {
        Lookout lookout = new Lookout(college(20).catalogue(), "2026-11-23T12:00")
                .take("kq", true, "2026-10-23", ALL)
                .lookDaily("2026-11-24", "2026-11-30");
        assertThat(lookout.steps()).isEmpty();
        assertThat(lookout.report().sources()).isEmpty();
    }

    @Test
    void whatNeverCameRaisesNothing() {
        Lookout lookout = new Lookout(college(40).catalogue(), "2026-11-23T12:00")
                .take("kq", false, "2026-11-30", ALL)
                .lookDaily("2026-11-24", "2026-11-30");
        assertThat(lookout.steps()).isEmpty();
    }

    @Test
    void aNewHolidayWithdrawsUntold() {
        Lookout lookout = twenty().look("2026-11-26T01:00");
        assertThat(lookout.open()).containsExactly("@source/kq");
        List<DaySpan> holidays = new ArrayList<>(SchoolYear.DAYS.holidays());
        holidays.add(new DaySpan("运动会", LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-28")));
        lookout.catalogue = college(20)
                .days(new DeclaredDays(
                        SchoolYear.DAYS.weekdays(),
                        holidays,
                        SchoolYear.DAYS.makeUpDays(),
                        List.of(),
                        SchoolYear.DAYS.hours()))
                .catalogue();
        lookout.look("2026-11-26T01:01");
        assertThat(lookout.steps()).containsExactly("RAISED! @source/kq", "WITHDRAWN @source/kq");

        lookout.catalogue = college(20).catalogue();
        lookout.look("2026-11-26T01:02");
        assertThat(lookout.steps()).hasSize(3).endsWith("RAISED! @source/kq");
        assertThat(lookout.facts())
                .extracting(f -> f.warning().id())
                .contains(lookout.only().id());
    }

    @Test
    void whatIsNoLongerWatchedIsWithdrawn() {
        Lookout lookout = new Lookout(college(20).catalogue(), "2026-11-23T12:00")
                .take("kq", false, "2026-11-23", "c19")
                .take("kq", false, "2026-11-30", names(0, 19))
                .look("2026-11-26T01:00");
        assertThat(lookout.open()).containsExactly("course.attendance/c19");
        lookout.catalogue = college(19).catalogue();
        lookout.look("2026-11-26T01:01");
        assertThat(lookout.steps()).endsWith("WITHDRAWN course.attendance/c19");
    }

    @Test
    void sourcesMayCatchUpAfterAStart() {
        Lookout lookout = twenty();
        lookout.time.set(Lookout.at("2026-11-30T08:00"));
        lookout.settling(Duration.ofMinutes(10)).look("2026-11-30T08:09");
        assertThat(lookout.steps()).isEmpty();
        lookout.take("kq", false, "2026-11-27", ALL).look("2026-11-30T08:10");
        assertThat(lookout.steps()).isEmpty();
    }

    @Test
    void aSecondInstanceTellsNobodyTwice() {
        Lookout lookout = twenty();
        SilenceWatch other = lookout.another();
        lookout.look("2026-11-26T01:00");
        other.runOnce();
        lookout.look("2026-11-26T01:01");
        other.runOnce();
        assertThat(lookout.steps()).containsExactly("RAISED! @source/kq");

        lookout.take("kq", false, "2026-11-25", ALL);
        other.runOnce();
        lookout.look("2026-11-26T01:02").look("2026-11-26T01:03");
        assertThat(lookout.steps()).containsExactly("RAISED! @source/kq", "CLEARED! @source/kq");
    }

    @Test
    void thresholdWarningsStayWhateverIsSilent() {
        Lookout lookout = twenty();
        Warning threshold = new Warning(
                "w1",
                WarningKind.THRESHOLD,
                Lookout.POINT,
                "c0",
                Severity.ORANGE,
                Warning.Status.OPEN,
                Lookout.at("2026-11-23"),
                Lookout.at("2026-11-23"),
                Micros.position(Micros.ofWhole(80), false),
                Optional.empty(),
                true,
                Optional.empty());
        lookout.warnings()
                .keep(new WarningLedger.Turn("warner", 0, 0, 1, List.of(), List.of(threshold), List.of(), Map.of()));
        lookout.lookDaily("2026-11-24", "2026-11-30");
        lookout.take("kq", false, "2026-11-30", ALL).look("2026-11-30T10:00");
        assertThat(lookout.warnings().warning("w1")).contains(threshold);
    }

    @Test
    void theReportSaysWhenTheCalendarRunsOut() {
        Lookout lookout = twenty().look("2027-01-10T12:00");
        assertThat(lookout.report().calendarEnds()).isFalse();
        assertThat(lookout.look("2027-01-11T12:00").report().calendarEnds()).isTrue();
    }

    @Test
    void theReportNamesTheNextDue() {
        SilenceReport report = twenty().look("2026-11-24T09:00").report();
        SourceSilence kq = report.source("kq").orElseThrow();
        assertThat(kq.expected()).isEqualTo(20);
        assertThat(kq.silent()).isEmpty();
        assertThat(kq.newestAt()).isEqualTo(Lookout.at("2026-11-23"));
        assertThat(kq.nextDue()).contains(Lookout.at("2026-11-26T00:00"));
    }

    @Test
    void aCatalogueWithoutSourcesExpectsNothing() {
        Catalogue bare = College.ofCourses(3, ATTENDANCE);
        Lookout lookout = new Lookout(bare, "2026-11-23T12:00").take("kq", false, "2026-11-23", names(0, 3));
        assertThat(lookout.lookDaily("2026-11-24", "2026-11-30").steps()).isEmpty();
    }
}
