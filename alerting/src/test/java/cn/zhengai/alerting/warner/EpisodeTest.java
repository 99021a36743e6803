package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Domain page, section 3: warning below 90, standard from 95. Readings stand a minute apart. */
class EpisodeTest {
    private static final Watch PLAIN = Watch.DEFAULT;

    private static Watch hold(int readings, int minutes) {
        return new Watch(patience(readings, minutes), Patience.NONE, false, false);
    }

    private static Watch calm(int readings, int minutes) {
        return new Watch(Patience.NONE, patience(readings, minutes), false, false);
    }

    private static Patience patience(int readings, int minutes) {
        return new Patience(readings, Duration.ofMinutes(minutes));
    }

    private static Arguments of(String what, Watch watch, String values, String... episodes) {
        return Arguments.of(what, watch, values, List.of(episodes));
    }

    static Stream<Arguments> cases() {
        Watch veto = new Watch(Patience.NONE, Patience.NONE, false, true);
        Watch atStandard = new Watch(Patience.NONE, Patience.NONE, true, false);
        Watch both = new Watch(patience(2, 0), Patience.NONE, true, true);
        return Stream.of(
                of("nothing wrong", PLAIN, "96 99 95 93 90"),
                of("raised at the first in warning", PLAIN, "96 89", "ORANGE 1.."),
                of("the warning line itself is no warning", PLAIN, "90 90"),
                of("cleared only on standard", PLAIN, "89 90 94.999999 95", "ORANGE 0..3"),
                of("between the lines it stays open, eased", PLAIN, "89 92", "ORANGE 0.. EASED"),
                of("in warning again after easing", PLAIN, "89 92 88", "ORANGE 0.."),
                of("one after another", PLAIN, "89 95 80 99 70", "ORANGE 0..1", "ORANGE 2..3", "ORANGE 4.."),
                of("hold by count", hold(3, 0), "89 89 91 89 89 89 89", "ORANGE 5.."),
                of("hold by count, broken by standard", hold(2, 0), "89 96 89 96"),
                of("hold by time: at least so long after the first", hold(1, 2), "89 89 89 89", "ORANGE 2.."),
                of("hold by both", hold(2, 3), "89 89 89 89", "ORANGE 3.."),
                of("calm by count", calm(2, 0), "89 95 94 95 95", "ORANGE 0..4"),
                of("calm by count, broken by a warning", calm(2, 0), "89 95 89 95", "ORANGE 0.. EASED"),
                of("calm by time", calm(1, 2), "89 95 96 97", "ORANGE 0..3"),
                of("a veto point is red", veto, "95 89 92", "RED 1.. EASED"),
                of("raised merely below standard", atStandard, "95 94 93", "YELLOW 1.."),
                of("below standard, then in warning", atStandard, "94 89 94 95", "ORANGE 0..3"),
                of("severity counts from the raising reading on", both, "89 94", "YELLOW 1.."),
                of("escalated to red", both, "94 94 89", "RED 1.."));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cases")
    void episodes(String what, Watch watch, String values, List<String> expected) {
        try (Watchtower tower = new Watchtower(College.ofCourses(1, College.attendance(watch)))) {
            tower.readAll(Arrays.stream(values.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
            assertThat(tower.episodes()).as(what).isEqualTo(expected);
        }
    }

    @Test
    void linesOfTheReadingsOwnDay() {
        ControlPoint stricter = College.point(
                "course.attendance",
                "学生签到率",
                Level.COURSE,
                Watch.DEFAULT,
                College.version(College.SINCE, 98, 95, 90),
                College.version(LocalDate.parse("2026-03-03"), 98, 97, 95));
        try (Watchtower tower = new Watchtower(College.ofCourses(1, stricter))) {
            // the college's 3 March begins at 2026-03-02T16:00Z, minute 960
            tower.read(958, 94).read(959, 94).read(960, 94).read(961, 96).read(962, 97);
            assertThat(tower.episodes()).containsExactly("ORANGE 960..962");
        }
    }

    @Test
    void beforeTheFirstDateTheFirstLinesHold() {
        ControlPoint later = College.point(
                "course.attendance",
                "学生签到率",
                Level.COURSE,
                Watch.DEFAULT,
                College.version(LocalDate.parse("2027-01-01"), 98, 95, 90));
        try (Watchtower tower = new Watchtower(College.ofCourses(1, later))) {
            assertThat(tower.readAll(89).episodes()).containsExactly("ORANGE 0..");
        }
    }

    @Test
    void whatIsToldOfEachStep() {
        Watch watch = new Watch(Patience.NONE, Patience.NONE, true, true);
        try (Watchtower tower = new Watchtower(College.ofCourses(1, College.attendance(watch)))) {
            tower.readAll(94, 93, 89, 93, 95);
            assertThat(tower.steps()).containsExactly("RAISED!", "ESCALATED!", "CLEARED!");
        }
    }

    @Test
    void nothingIsSentForEasing() {
        try (Watchtower tower = new Watchtower(College.ofCourses(1, College.attendance(PLAIN)))) {
            tower.readAll(89, 92, 89, 92, 91);
            assertThat(tower.steps()).containsExactly("RAISED!");
        }
    }
}
