package cn.zhengai.dashboards.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.dashboards.point.FieldValue;
import cn.zhengai.dashboards.point.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharePointsTest {
    private static final List<String> SIDES = List.of("met", "not_met", "unknown");

    /** Values of the students of a department; -1: no reading. */
    private static Map<String, Map<String, Long>> published(List<List<Integer>> departments) {
        Catalogue catalogue =
                SmallCollege.of(departments.stream().map(List::size).toList());
        Tally tally = new Tally(new LinesBook(catalogue), LocalDate.parse("2026-11-23"));
        for (int d = 0; d < departments.size(); d++) {
            for (int s = 0; s < departments.get(d).size(); s++) {
                int value = departments.get(d).get(s);
                if (value >= 0) {
                    tally.add(SmallCollege.reading(SmallCollege.STUDENT_POINT, "s" + d + "-" + s, value));
                }
            }
        }
        Map<String, Map<String, Long>> counts = new HashMap<>();
        for (Point point : SharePoints.of(tally, Optional.empty())) {
            if (SmallCollege.STUDENT_POINT.equals(point.tags().get("point"))) {
                Map<String, Long> fields = new HashMap<>();
                point.fields().forEach((name, value) -> {
                    if (value instanceof FieldValue.Whole whole) {
                        fields.put(name, whole.value());
                    }
                });
                counts.put(String.valueOf(point.tags().get("unit")), fields);
            }
        }
        return counts;
    }

    private static List<Integer> students(int met, int not, int unknown) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < met; i++) {
            values.add(99);
        }
        for (int i = 0; i < not; i++) {
            values.add(50);
        }
        for (int i = 0; i < unknown; i++) {
            values.add(-1);
        }
        return values;
    }

    @Test
    void aDepartmentWithFewBelowIsLeftOutAndAnotherWithIt() {
        Map<String, Map<String, Long>> counts =
                published(List.of(students(20, 6, 0), students(30, 5, 0), students(40, 2, 0)));
        assertThat(counts.keySet())
                .as("13 below in the college, 2 of them in d2")
                .contains("root", "d1")
                .doesNotContain("d2");
        assertThat(counts.keySet()).doesNotContain("d0");
        assertThat(counts.get("root")).containsEntry("met", 90L).containsEntry("not_met", 13L);
    }

    @Test
    void departmentsSayOnlyWhoMeetsTheStandard() {
        Map<String, Map<String, Long>> counts = published(List.of(students(20, 6, 0), students(30, 7, 5)));
        assertThat(counts.get("d0"))
                .doesNotContainKeys("on_target", "in_warning")
                .containsEntry("met", 20L);
        assertThat(counts.get("root")).containsEntry("on_target", 50L).containsEntry("in_warning", 13L);
    }

    @Test
    void fewerThanFiveInTheCollegeAreNotCounted() {
        assertThat(published(List.of(students(2, 0, 0), students(2, 0, 0)))).isEmpty();
    }

    /** Whoever takes what is shown from the college learns of nobody or of at least five, on every side. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noDifferenceGivesAwayWhatIsWithheld(long seed) {
        Random dice = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<List<Integer>> departments = new ArrayList<>();
            for (int d = 0; d < 1 + dice.nextInt(6); d++) {
                departments.add(students(dice.nextInt(20), dice.nextInt(9), dice.nextInt(3) * dice.nextInt(9)));
            }
            Map<String, Map<String, Long>> counts = published(departments);
            Map<String, Long> root = counts.getOrDefault("root", Map.of());
            for (String side : SIDES) {
                long shown = counts.entrySet().stream()
                        .filter(e -> !e.getKey().equals("root"))
                        .mapToLong(e -> e.getValue().getOrDefault(side, 0L))
                        .sum();
                counts.values().forEach(fields -> fields.values().forEach(SharePointsTest::nobodyOrFive));
                if (root.containsKey(side)) {
                    nobodyOrFive(root.getOrDefault(side, 0L) - shown);
                }
            }
        }
    }

    private static void nobodyOrFive(long persons) {
        assertThat(persons == 0 || persons >= 5).as(persons + " persons").isTrue();
    }
}
