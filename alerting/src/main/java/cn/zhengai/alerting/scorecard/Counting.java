package cn.zhengai.alerting.scorecard;

import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.port.Provenance.Supplied;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one source has supplied in the window, counted. */
final class Counting {
    private static final int SLOW_PERCENT = 95;
    private static final int MEDIAN_PERCENT = 50;
    private final List<Supplied> rows = new ArrayList<>();

    void add(Supplied row) {
        rows.add(row);
    }

    /**
     * @param series number of its series of which readings are expected
     * @param from a source that began later is measured from its own first day on
     */
    PointSupply point(ControlPoint point, int series, Periods rule, LocalDate from, Instant now) {
        List<Supplied> own =
                rows.stream().filter(r -> r.point().equals(point.id())).toList();
        Share late = Share.NONE;
        LocalDate first = null;
        for (Supplied row : own) {
            LocalDate day = LocalDate.ofEpochDay(row.day());
            first = first == null || day.isBefore(first) ? day : first;
            if (!row.history()) {
                boolean isLate = rule.late(point, day, LocalDate.ofEpochDay(row.knownDay()));
                late = late.plus(new Share(isLate ? row.readings() : 0, row.readings()));
            }
        }
        LocalDate begin = first == null || first.isBefore(from) ? from : first;
        Share complete = Share.NONE;
        for (DaySpan period : rule.due(point, begin, now)) {
            long received = own.stream()
                    .filter(r -> period.covers(LocalDate.ofEpochDay(r.day())))
                    .mapToLong(Supplied::series)
                    .sum();
            complete = complete.plus(new Share(Math.min(received, series), series));
        }
        return new PointSupply(point.id(), complete, late);
    }

    /** Points of which it has brought anything. */
    Set<String> points() {
        return rows.stream().map(Supplied::point).collect(Collectors.toUnmodifiableSet());
    }

    /** Over live readings. */
    Optional<Lag> lag() {
        List<Supplied> live = rows.stream()
                .filter(r -> !r.history())
                .sorted(Comparator.comparingLong(Supplied::lagMillis))
                .toList();
        long readings = live.stream().mapToLong(Supplied::readings).sum();
        return readings == 0
                ? Optional.empty()
                : Optional.of(new Lag(at(live, readings, MEDIAN_PERCENT), at(live, readings, SLOW_PERCENT)));
    }

    /** The lag that so many percent of the readings do not exceed. */
    private static Duration at(List<Supplied> byLag, long readings, int percent) {
        long seen = 0;
        for (Supplied row : byLag) {
            seen += row.readings();
            if (seen * 100 >= readings * percent) {
                return Duration.ofMillis(row.lagMillis());
            }
        }
        return Duration.ofMillis(byLag.get(byLag.size() - 1).lagMillis());
    }
}
