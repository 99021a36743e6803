package cn.zhengai.alerting.scorecard;

import cn.zhengai.alerting.silence.ExpectedBy;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.catalogue.ControlPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The periods of a point that should have readings by now. */
record Periods(ExpectedBy rule, ZoneId zone) {

    /** Those that begin on a day or later and are due by an instant, in order. */
    List<DaySpan> due(ControlPoint point, LocalDate from, Instant now) {
        List<DaySpan> periods = new ArrayList<>();
        Optional<DaySpan> next = rule.period(point.cadence(), from.minusDays(1));
        while (next.isPresent() && overdue(point, next.get().last(), now)) {
            if (!next.get().from().isBefore(from)) {
                periods.add(next.get());
            }
            next = rule.period(point.cadence(), next.get().last());
        }
        return periods;
    }

    private boolean overdue(ControlPoint point, LocalDate day, Instant now) {
        return rule.lateFrom(point, noon(day)).filter(by -> !by.isAfter(now)).isPresent();
    }

    /** Was what speaks about a day late when it came on another? */
    boolean late(ControlPoint point, LocalDate day, LocalDate known) {
        return rule.lateFrom(point, noon(day))
                .filter(by -> !known.atStartOfDay(zone).toInstant().isBefore(by))
                .isPresent();
    }

    private Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(zone).toInstant();
    }
}
