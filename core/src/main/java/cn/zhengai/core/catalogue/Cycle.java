package cn.zhengai.core.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The period a diagnosis speaks about (诊改周期).
 *
 * @param id e.g. {@code 2026}, {@code 2025-2026}, {@code 2026-spring}
 * @param from first day
 * @param until the day after the last
 */
public record Cycle(String id, String name, Kind kind, LocalDate from, LocalDate until) {
    private static final Comparator<Cycle> WIDEST_FIRST = Comparator.comparing(Cycle::kind)
            .thenComparing(Comparator.comparing(Cycle::from).reversed())
            .thenComparing(Cycle::id);

    public Cycle {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("cycle " + id + " ends before it begins");
        }
    }

    /** First instant, epoch milliseconds. */
    public long fromMillis(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** First instant after it, epoch milliseconds. */
    public long untilMillis(ZoneId zone) {
        return until.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    public boolean covers(Instant instant, ZoneId zone) {
        long at = instant.toEpochMilli();
        return at >= fromMillis(zone) && at < untilMillis(zone);
    }

    /** Of those that run at an instant the widest: a year before an academic year before a term. */
    public static Optional<Cycle> running(Collection<Cycle> cycles, Instant now, ZoneId zone) {
        return cycles.stream().filter(c -> c.covers(now, zone)).min(WIDEST_FIRST);
    }

    /** The newest of the widest kind there is. */
    public static Optional<Cycle> newest(Collection<Cycle> cycles) {
        return cycles.stream().min(WIDEST_FIRST);
    }

    /** Calendar year, academic year or term. */
    public enum Kind {
        YEAR("年度"),
        ACADEMIC_YEAR("学年"),
        TERM("学期");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
