package cn.zhengai.assessment.raw;

import cn.zhengai.assessment.raw.RawCollege.RawGoal;
import cn.zhengai.assessment.raw.RawCollege.RawLines;
import cn.zhengai.assessment.raw.RawCollege.RawPoint;
import cn.zhengai.assessment.raw.RawCollege.RawReading;
import cn.zhengai.assessment.raw.RawCollege.RawSubject;
import cn.zhengai.assessment.raw.RawCollege.RawTask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random colleges; the same seed gives the same college. Small, so that everything meets everything. */
public final class SeededCollege {
    private static final long ONE = 1_000_000;
    private static final List<String> LEVELS = List.of("COURSE", "STUDENT");
    private static final List<String> ROLL_UPS = List.of("LAST", "MEAN", "SUM", "MIN", "MAX", "RATIO", "SHARE_MET");
    private final Random random;
    private final RawCollege college = new RawCollege();

    private SeededCollege(long seed) {
        random = new Random(seed);
    }

    public static RawCollege of(long seed) {
        SeededCollege made = new SeededCollege(seed);
        made.units();
        made.subjects();
        made.points();
        made.goals();
        made.readings();
        return made.college;
    }

    private void units() {
        college.unit("root", "", "COMMITTEE");
        int departments = 1 + random.nextInt(4);
        for (int i = 0; i < departments; i++) {
            college.unit("d" + i, i > 1 && random.nextInt(4) == 0 ? "d0" : "root", "DEPARTMENT");
            if (random.nextBoolean()) {
                college.unit("s" + i, "d" + i, "SECTION");
                if (random.nextBoolean()) {
                    college.unit("t" + i, "s" + i, "COURSE_TEAM");
                }
            }
        }
    }

    private String anyUnit() {
        return college.units.get(random.nextInt(college.units.size())).id();
    }

    private String anySubject() {
        return college.subjects.get(random.nextInt(college.subjects.size())).id();
    }

    private void subjects() {
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            college.subjects.add(new RawSubject(
                    "x" + i,
                    LEVELS.get(random.nextInt(LEVELS.size())),
                    anyUnit(),
                    random.nextBoolean() ? Set.of("新生") : Set.of()));
        }
    }

    private void points() {
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            String rollUp = ROLL_UPS.get(random.nextInt(ROLL_UPS.size()));
            boolean higher = random.nextInt(3) > 0;
            int scale = Set.of("RATIO", "LAST").contains(rollUp)
                    ? List.of(1, 100, 1000).get(random.nextInt(3))
                    : 100;
            List<RawLines> lines = new ArrayList<>();
            lines.add(lines("ALL", "", higher, scale));
            while (random.nextInt(3) > 0) {
                lines.add(
                        switch (random.nextInt(4)) {
                            case 0 -> lines("ALL", "", higher, scale);
                            case 1 -> lines("UNIT", anyUnit(), higher, scale);
                            case 2 -> lines("GROUP", "新生", higher, scale);
                            default -> lines("SUBJECT", anySubject(), higher, scale);
                        });
            }
            college.points.add(new RawPoint(
                    "p" + i,
                    LEVELS.get(random.nextInt(LEVELS.size())),
                    rollUp,
                    higher,
                    scale,
                    random.nextInt(4) == 0 ? Optional.of("新生") : Optional.empty(),
                    lines));
        }
    }

    private RawLines lines(String scope, String id, boolean higher, int scale) {
        long standard = scale * ONE * (60 + random.nextInt(30)) / 100;
        long step = scale * ONE * random.nextInt(10) / 100;
        LocalDate from = LocalDate.parse("2025-01-01").plusDays(90L * random.nextInt(9) + lines(scope));
        return higher
                ? new RawLines(from, scope, id, standard + step, standard, standard - step)
                : new RawLines(from, scope, id, standard - step, standard, standard + step);
    }

    /** Two versions of one scope never begin on one day: which of them holds would be nobody's decision. */
    private int lines(String scope) {
        return scope.length() + 10 * random.nextInt(8);
    }

    private void goals() {
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            RawPoint point = college.points.get(random.nextInt(college.points.size()));
            String kind = List.of("ratio", "met", "tasks").get(random.nextInt(3));
            long cap = random.nextInt(3) > 0 ? 100 * ONE : ONE * (50 + random.nextInt(100));
            college.goals.add(new RawGoal(
                    "g" + i,
                    anyUnit(),
                    1 + random.nextInt(5),
                    1 + random.nextInt(3),
                    kind,
                    point.id(),
                    1 + random.nextInt((int) ONE * 100),
                    cap,
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(point.scale() * ONE * random.nextInt(100) / 100),
                    tasks()));
        }
    }

    private List<RawTask> tasks() {
        List<RawTask> tasks = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            tasks.add(new RawTask(
                    RawCollege.FROM.plusDays(random.nextInt(365)),
                    random.nextInt(3) == 0
                            ? Optional.empty()
                            : Optional.of(RawCollege.FROM.plusDays(random.nextInt(420)))));
        }
        return tasks;
    }

    /** How many of a hundred readings carry numerator and denominator; of some points all, of some none. */
    private static int quotients(RawPoint point) {
        return switch (point.rollUp()) {
            case "RATIO" -> 100;
            case "LAST" -> List.of(100, 30, 0).get(point.id().charAt(1) % 3);
            case "SHARE_MET" -> 33;
            default -> 0;
        };
    }

    private void readings() {
        int count = random.nextInt(120);
        for (int i = 0; i < count; i++) {
            RawPoint point = college.points.get(random.nextInt(college.points.size()));
            // two weeks before the cycle to two weeks after it, few instants so that revisions meet
            long at = RawCollege.FROM
                            .minusDays(14)
                            .atStartOfDay(RawCollege.ZONE)
                            .toInstant()
                            .toEpochMilli()
                    + 86_400_000L * 14 * random.nextInt(29)
                    - (random.nextInt(8) == 0 ? 1 : 0);
            boolean quotient = random.nextInt(100) < quotients(point);
            long denominator = quotient ? ONE * (1 + random.nextInt(40)) : 0;
            long numerator = quotient
                    ? ONE * random.nextInt((int) (denominator / ONE) + 1)
                    : point.scale() * (random.nextInt(4) == 0 ? ONE : ONE * random.nextInt(1001) / 1000);
            college.readings.add(new RawReading(
                    point.id(),
                    anySubject(),
                    at,
                    numerator,
                    denominator,
                    random.nextInt(4) == 0 ? random.nextInt(3) : 0,
                    at + 3_600_000L * random.nextInt(24 * 60)));
        }
        // the log grows in the order of taking in
        college.readings.sort(Comparator.comparingLong(RawReading::recordedAt));
    }
}
