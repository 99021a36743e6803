package cn.zhengai.core.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The period a diagnosis speaks about (诊改周期).
 *
 * @param id e.g. {@code 2026}, {@code 2025-2026}, {@code 2026-spring}
 * @param from first day
 * @param until the day after the last
 */
public record Cycle(String id, String name, Kind kind, LocalDate from, LocalDate until) {
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
