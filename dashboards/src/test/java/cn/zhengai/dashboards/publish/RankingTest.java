package cn.zhengai.dashboards.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.dashboards.point.FieldValue;
import cn.zhengai.dashboards.point.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private final LinesBook lines = new LinesBook(SmallCollege.ofCourses(2, 150));
    private RankingPoints points = new RankingPoints(path -> "https://zg.example" + path, false);

    private static Reading reading(int course, long percent, long at) {
        return Reading.plain(Series.named(SmallCollege.COURSE_POINT, "c" + course), at, Micros.ofWhole(percent), 1);
    }

    private List<Point> publish(Reading... readings) {
        List<Point> said = publishInVain(readings);
        points.kept();
        return said;
    }

    /** The last of it is not kept. */
    private List<Point> publishInVain(Reading... readings) {
        Ranking ranking = new Ranking(lines, TODAY);
        List.of(readings).forEach(ranking::add);
        List<Point> said = new ArrayList<>();
        points.of(ranking, said::add);
        return said;
    }

    /** Subjects by place, of what is active. */
    private static List<String> listed(Map<String, Point> stored, String unit) {
        return stored.entrySet().stream()
                .filter(e -> e.getKey().startsWith(unit + "/"))
                .map(Map.Entry::getValue)
                .filter(p -> p.fields().get("active").equals(new FieldValue.Truth(true)))
                .map(p -> ((FieldValue.Text) p.fields().get("subject")).value())
                .toList();
    }

    private static void store(Map<String, Point> stored, List<Point> said) {
        said.forEach(p -> stored.put(p.tags().get("unit") + "/" + p.tags().get("place"), p));
    }

    @Test
    void theWorstStandsFirst() {
        Map<String, Point> stored = new TreeMap<>();
        store(stored, publish(reading(0, 99, 5), reading(1, 70, 5), reading(2, 92, 5), reading(3, 60, 5)));
        assertThat(listed(stored, "root")).containsExactly("c3", "c1", "c2", "c0");
        assertThat(listed(stored, "d0")).containsExactly("c2", "c0");
        assertThat(listed(stored, "d1")).containsExactly("c3", "c1");
        assertThat(stored.get("root/000").fields())
                .containsEntry("band", new FieldValue.Whole(1))
                .containsEntry("value_text", new FieldValue.Text("60%"))
                .containsEntry("department_name", new FieldValue.Text("单位 d1"))
                .containsEntry("link", new FieldValue.Text("https://zg.example/series/course.attendance/c3"));
    }

    @Test
    void onlyWhatDiffersIsSaidAgain() {
        publish(reading(0, 99, 5), reading(1, 70, 5));
        assertThat(publish(reading(0, 99, 5), reading(1, 70, 5))).isEmpty();
        List<Point> said = publish(reading(0, 99, 6), reading(1, 70, 5));
        assertThat(said).extracting(p -> p.tags().get("unit")).containsExactlyInAnyOrder("root", "d0");
    }

    @Test
    void aListBecomesShorter() {
        Map<String, Point> stored = new TreeMap<>();
        store(stored, publish(reading(0, 99, 5), reading(1, 70, 5)));
        store(stored, publish(reading(0, 99, 5)));
        assertThat(listed(stored, "root")).containsExactly("c0");
        assertThat(listed(stored, "d1")).isEmpty();
    }

    @Test
    void whoHasEndedIsNotListed() {
        LinesBook ended =
                new LinesBook(SmallCollege.ofCourse(new Life(Optional.empty(), Optional.of(TODAY), List.of())));
        Ranking yesterday = new Ranking(ended, TODAY.minusDays(1));
        yesterday.add(reading(1, 70, 5));
        assertThat(yesterday.lists()).hasSize(2);
        Ranking today = new Ranking(ended, TODAY);
        today.add(reading(1, 70, 5));
        assertThat(today.lists()).isEmpty();
    }

    /** An earlier process, of a larger catalogue perhaps, may have filled every place there can be. */
    @Test
    void aNewProcessEmptiesWhatItDoesNotFill() {
        List<Point> said = publish(reading(0, 99, 5));
        assertThat(said).filteredOn(p -> p.tags().get("unit").equals("root")).hasSize(Ranking.MOST);
        assertThat(said).filteredOn(p -> p.tags().get("unit").equals("d0")).hasSize(Ranking.MOST);
        assertThat(said)
                .filteredOn(p -> p.fields().get("active").equals(new FieldValue.Truth(true)))
                .hasSize(2);
    }

    @Test
    void whereNothingStoodNothingIsEmptied() {
        points = new RankingPoints(path -> path, true);
        assertThat(publish(reading(0, 99, 5), reading(1, 70, 5))).hasSize(4);
        assertThat(publish(reading(0, 99, 5))).hasSize(3);
    }

    /** What a publication left that failed half way is said over, also when everything is again as it was before it. */
    @Test
    void whatFailedHalfWayIsRepaired() {
        for (boolean fresh : new boolean[] {false, true}) {
            points = new RankingPoints(path -> path, fresh);
            Map<String, Point> stored = new TreeMap<>();
            store(stored, publish(reading(0, 99, 5), reading(2, 70, 5)));
            store(stored, publishInVain(reading(0, 60, 6), reading(2, 70, 5), reading(4, 65, 6)));
            assertThat(listed(stored, "root")).containsExactly("c0", "c4", "c2");
            store(stored, publish(reading(0, 99, 5), reading(2, 70, 5)));
            assertThat(listed(stored, "root")).containsExactly("c2", "c0");
        }
    }

    @Test
    void ofPersonsNothingIsSaid() {
        LinesBook students = new LinesBook(SmallCollege.of(List.of(6)));
        Ranking ranking = new Ranking(students, TODAY);
        ranking.add(SmallCollege.reading(SmallCollege.STUDENT_POINT, "s0-0", 50));
        assertThat(ranking.lists()).isEmpty();
        assertThat(ranking.keys()).isNotEmpty().allMatch(key -> key.point().equals(SmallCollege.COURSE_POINT));
    }

    /** Whatever comes in whatever order: what is stored is the list sorted whole. */
    @Test
    void whatIsStoredIsTheWorstOfAllInOrder() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            points = new RankingPoints(path -> path, random.nextBoolean());
            Map<String, Point> stored = new TreeMap<>();
            Map<Integer, Long> values = new TreeMap<>();
            for (int turn = 0; turn < 6; turn++) {
                values.keySet().removeIf(c -> random.nextInt(5) == 0);
                for (int i = 0; i < 100; i++) {
                    values.put(random.nextInt(150), 40L + random.nextInt(60));
                }
                List<Integer> order = new ArrayList<>(values.keySet());
                Collections.shuffle(order, random);
                store(
                        stored,
                        publish(order.stream()
                                .map(c -> reading(c, values.get(c), 5 + values.get(c)))
                                .toArray(Reading[]::new)));
                for (String unit : List.of("root", "d0", "d1")) {
                    assertThat(listed(stored, unit)).as(seed + " " + turn).isEqualTo(expected(values, unit));
                }
            }
        }
    }

    private static List<String> expected(Map<Integer, Long> values, String unit) {
        Comparator<Integer> worstFirst =
                Comparator.comparing((Integer c) -> values.getOrDefault(c, 0L)).thenComparing(c -> "名 c" + c);
        return values.keySet().stream()
                .filter(c -> unit.equals("root") || unit.equals("d" + c % 2))
                .sorted(worstFirst)
                .limit(Ranking.MOST)
                .map(c -> "c" + c)
                .toList();
    }
}
