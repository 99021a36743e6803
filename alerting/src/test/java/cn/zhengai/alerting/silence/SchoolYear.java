package cn.zhengai.alerting.silence;

import cn.zhengai.core.calendar.AcademicCalendar;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.calendar.DeclaredDays;
import cn.zhengai.core.calendar.Hours;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.ControlPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** 2026 as announced, in the terms of the starter catalogue. */
final class SchoolYear {
    static final DeclaredDays DAYS = new DeclaredDays(
            DeclaredDays.STANDARD.weekdays(),
            List.of(
                    span("寒假", "2026-01-11", "2026-03-01"),
                    span("暑假", "2026-07-06", "2026-09-01"),
                    span("中秋节", "2026-09-25", "2026-09-28"),
                    span("国庆节", "2026-10-01", "2026-10-08"),
                    span("元旦", "2027-01-01", "2027-01-02")),
            Set.of(LocalDate.parse("2026-09-20"), LocalDate.parse("2026-10-10")),
            List.of(),
            Hours.STANDARD);

    static final AcademicCalendar CALENDAR = new AcademicCalendar(
            List.of(
                    span("2025秋", "2025-09-01", "2026-01-11"),
                    span("2026春", "2026-03-01", "2026-07-06"),
                    span("2026秋", "2026-09-01", "2027-01-11")),
            DAYS);

    private SchoolYear() {}

    private static DaySpan span(String name, String from, String until) {
        return new DaySpan(name, LocalDate.parse(from), LocalDate.parse(until));
    }

    /** The same point, read so often. */
    static ControlPoint paced(ControlPoint p, Cadence cadence) {
        return new ControlPoint(
                p.id(),
                p.name(),
                p.level(),
                p.unit(),
                p.direction(),
                p.rollUp(),
                cadence,
                p.weight(),
                p.owner(),
                p.plausible(),
                p.appliesTo(),
                p.watch(),
                p.versions(),
                p.enabled());
    }
}
