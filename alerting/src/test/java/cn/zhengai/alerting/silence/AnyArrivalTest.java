package cn.zhengai.alerting.silence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Watch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Order of arrival, restarts and repeats change nothing of what is told. */
class AnyArrivalTest {
    private static final int COURSES = 12;
    private static final String WEEKLY = "course.weekly";

    private record Row(String source, String point, String day, String subject) {}

    private static Catalogue catalogue() {
        College college = new College()
                .unit("zw", "质量管理委员会", "")
                .point(College.attendance(Watch.DEFAULT))
                .point(SchoolYear.paced(
                        College.point(
                                WEEKLY, "周检", Level.COURSE, Watch.DEFAULT, College.version(College.SINCE, 98, 95, 90)),
                        Cadence.WEEKLY))
                .source("kq", "考勤系统", "zw", Lookout.POINT)
                .source("all", "推送", "zw")
                .term("2026秋", "2026-09-01", "2027-01-11")
                .days(SchoolYear.DAYS);
        for (int i = 0; i < COURSES; i++) {
            college.subject("c" + i, "课程" + i, Level.COURSE, "zw");
        }
        return college.catalogue();
    }

    /** Rows by the day they arrive: mostly on their own, some late, some never, and days on which a source is out. */
    private static Map<LocalDate, List<Row>> arrivals(Random random) {
        LocalDate first = LocalDate.parse("2026-09-14");
        Map<LocalDate, List<Row>> byDay = new TreeMap<>();
        LocalDate outage = first.plusDays(random.nextInt(30));
        for (LocalDate day = first; day.isBefore(first.plusDays(40)); day = day.plusDays(1)) {
            boolean out = !day.isBefore(outage) && day.isBefore(outage.plusDays(6));
            for (int c = 0; c < COURSES && !out && SchoolYear.CALENDAR.isSchoolDay(day); c++) {
                String source = c % 3 == 0 ? "all" : "kq";
                String point = c % 4 == 3 ? WEEKLY : Lookout.POINT;
                if (random.nextInt(10) < 8) {
                    int late = random.nextInt(6) == 0 ? random.nextInt(8) : 0;
                    byDay.computeIfAbsent(day.plusDays(late), d -> new ArrayList<>())
                            .add(new Row(point.equals(WEEKLY) ? "all" : source, point, day.toString(), "c" + c));
                }
            }
        }
        return byDay;
    }

    /** A run with restarts, in an order of its own. */
    static Lookout run(long seed) {
        return run(arrivals(new Random(seed)), new Random(seed * 17), true);
    }

    private static Lookout run(Map<LocalDate, List<Row>> arrivals, Random shuffled, boolean restarts) {
        Lookout lookout = new Lookout(catalogue(), "2026-09-14T00:00");
        for (LocalDate day = LocalDate.parse("2026-09-14");
                day.isBefore(LocalDate.parse("2026-11-10"));
                day = day.plusDays(1)) {
            List<Row> rows = new ArrayList<>(arrivals.getOrDefault(day, List.of()));
            Collections.shuffle(rows, shuffled);
            for (Row row : rows) {
                lookout.takeOf(row.source(), false, row.point(), row.day(), row.subject());
                if (shuffled.nextInt(4) == 0) {
                    lookout.takeOf(row.source(), false, row.point(), row.day(), row.subject());
                }
            }
            if (restarts && shuffled.nextBoolean()) {
                lookout.restart();
            }
            lookout.look(day + "T20:00").look(day + "T21:00");
        }
        return lookout;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsTheSame(long seed) {
        Map<LocalDate, List<Row>> arrivals = arrivals(new Random(seed));
        Lookout plain = run(arrivals, new Random(0), false);
        Lookout shuffled = run(arrivals, new Random(seed * 31), true);

        assertThat(plain.facts()).isNotEmpty();
        assertThat(shuffled.facts()).isEqualTo(plain.facts());
        assertThat(shuffled.open()).isEqualTo(plain.open());
        assertThat(plain.facts())
                .filteredOn(f -> f.tell())
                .extracting(f -> f.warning().id() + f.step())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void everySourceOutIsToldOnceAndMutesItsPoints(long seed) {
        Lookout lookout = run(arrivals(new Random(seed)), new Random(seed), true);
        assertThat(lookout.open()).as("everything stopped in October").contains("@source/all", "@source/kq");
        List<String> steps = lookout.steps();
        int both = Math.max(steps.lastIndexOf("RAISED! @source/all"), steps.lastIndexOf("RAISED! @source/kq"));
        assertThat(steps.subList(both + 1, steps.size())).noneMatch(step -> step.startsWith("RAISED"));
        assertThat(lookout.report().sources())
                .allSatisfy(s -> assertThat(s.silent()).isNotEmpty());
    }
}
