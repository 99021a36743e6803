package cn.zhengai.assessment.raw;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A college, its rules and its readings as bare numbers (values in millionths), with one cycle: the year 2026. */
public final class RawCollege {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate FROM = LocalDate.parse("2026-01-01");
    public static final LocalDate UNTIL = LocalDate.parse("2027-01-01");
    public static final String CYCLE = "2026";

    public final List<RawUnit> units = new ArrayList<>();
    public final List<RawSubject> subjects = new ArrayList<>();
    public final List<RawPoint> points = new ArrayList<>();
    public final List<RawGoal> goals = new ArrayList<>();
    public final List<RawReading> readings = new ArrayList<>();

    /** @param parent empty for the root; kind a constant of OrgUnit.Kind */
    public record RawUnit(String id, String parent, String kind) {}

    public record RawSubject(String id, String level, String unit, Set<String> groups) {}

    /** @param scope a constant of LinesVersion.Scope.Kind */
    public record RawLines(LocalDate from, String scope, String id, long target, long standard, long warning) {}

    /** @param group to which it is limited, if any; scale 1, 100 or 1000 */
    public record RawPoint(
            String id,
            String level,
            String rollUp,
            boolean higher,
            int scale,
            Optional<String> group,
            List<RawLines> lines) {}

    public record RawTask(LocalDate due, Optional<LocalDate> done) {}

    /** @param kind ratio, met or tasks; target and cap for ratio, wanted for met, tasks for tasks */
    public record RawGoal(
            String id,
            String unit,
            long weightTop,
            long weightBottom,
            String kind,
            String point,
            long target,
            long cap,
            Optional<Long> wanted,
            List<RawTask> tasks) {}

    /** @param denominator 0 for a plain value, whose millionths stand in numerator; times are epoch milliseconds */
    public record RawReading(
            String point, String subject, long at, long numerator, long denominator, long revision, long recordedAt) {}

    public RawCollege unit(String id, String parent, String kind) {
        units.add(new RawUnit(id, parent, kind));
        return this;
    }

    public RawCollege subject(String id, String level, String unit, String... groups) {
        subjects.add(new RawSubject(id, level, unit, Set.of(groups)));
        return this;
    }

    /** Lines for all from before the cycle on, in whole units. */
    public RawCollege point(String id, String rollUp, boolean higher, long target, long standard, long warning) {
        int scale = rollUp.equals("RATIO") ? 100 : 1;
        points.add(new RawPoint(
                id,
                "COURSE",
                rollUp,
                higher,
                scale,
                Optional.empty(),
                List.of(new RawLines(
                        LocalDate.parse("2020-01-01"),
                        "ALL",
                        "",
                        target * 1_000_000,
                        standard * 1_000_000,
                        warning * 1_000_000))));
        return this;
    }

    /** Cap 100, weight 1. */
    public RawCollege ratioGoal(String id, String unit, String point, long targetMicros) {
        goals.add(new RawGoal(id, unit, 1, 1, "ratio", point, targetMicros, 100_000_000, Optional.empty(), List.of()));
        return this;
    }

    /** Weight 1, the standard is wanted. */
    public RawCollege metGoal(String id, String unit, String point) {
        goals.add(new RawGoal(id, unit, 1, 1, "met", point, 1, 1, Optional.empty(), List.of()));
        return this;
    }

    /** So many done on time of so many. */
    public RawCollege taskGoal(String id, String unit, int done, int all) {
        List<RawTask> tasks = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            tasks.add(new RawTask(
                    LocalDate.parse("2026-06-30"),
                    i < done ? Optional.of(LocalDate.parse("2026-06-01")) : Optional.empty()));
        }
        goals.add(new RawGoal(id, unit, 1, 1, "tasks", "", 1, 1, Optional.empty(), tasks));
        return this;
    }

    /** A plain value on a day at noon, recorded an hour later. */
    public RawCollege plain(String point, String subject, String day, long micros) {
        long at = noon(day);
        readings.add(new RawReading(point, subject, at, micros, 0, 0, at + 3_600_000));
        return this;
    }

    /** A quotient of whole numbers on a day at noon, recorded an hour later. */
    public RawCollege ratio(String point, String subject, String day, long numerator, long denominator) {
        long at = noon(day);
        readings.add(
                new RawReading(point, subject, at, numerator * 1_000_000, denominator * 1_000_000, 0, at + 3_600_000));
        return this;
    }

    /** Epoch milliseconds of noon in the college's zone. */
    public static long noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant().toEpochMilli();
    }
}
