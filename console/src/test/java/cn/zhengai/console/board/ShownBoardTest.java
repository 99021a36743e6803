package cn.zhengai.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.BandCounts;
import cn.zhengai.core.measure.ShownCounts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A number of one to four persons cannot be read off what is shown, nor worked out of sums and shares: for every such
 * number there is another board that looks exactly the same and has another number there.
 */
class ShownBoardTest {
    private static final Band[] BANDS = Band.values();
    private static final int BOARDS = 2_000;

    @TempDir
    Path folder;

    private static Map<Band, Long> counts(long... five) {
        Map<Band, Long> counts = new EnumMap<>(Band.class);
        for (int i = 0; i < five.length; i++) {
            counts.put(BANDS[i], five[i]);
        }
        return counts;
    }

    private static ShownCounts shown(long... five) {
        return ShownCounts.ofPersons(new BandCounts(counts(five)));
    }

    @Test
    void fewAreMergedWithTheirNeighbours() {
        assertThat(shown(30, 10, 6, 3, 0).merged()).containsExactly(Set.of(Band.BELOW_STANDARD, Band.IN_WARNING));
        assertThat(shown(30, 10, 0, 3, 0).merged())
                .containsExactly(Set.of(Band.ON_TARGET, Band.ON_STANDARD, Band.BELOW_STANDARD, Band.IN_WARNING));
        assertThat(shown(3, 10, 9, 2, 0).merged())
                .containsExactly(
                        Set.of(Band.ON_TARGET, Band.ON_STANDARD), Set.of(Band.BELOW_STANDARD, Band.IN_WARNING));
        assertThat(shown(30, 10, 5, 7, 0).merged()).isEmpty();
        assertThat(shown(4, 32, 4, 0, 0).merged())
                .containsExactly(Set.of(Band.ON_TARGET, Band.ON_STANDARD, Band.BELOW_STANDARD, Band.IN_WARNING));
        assertThat(shown(30, 10, 6, 3, 0).of(Set.of(Band.ON_TARGET, Band.ON_STANDARD)))
                .hasValue(40);
        assertThat(shown(3, 10, 6, 7, 0).of(Set.of(Band.ON_TARGET, Band.ON_STANDARD)))
                .hasValue(13);
        assertThat(shown(3, 10, 6, 7, 0).of(Set.of(Band.ON_TARGET))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noNumberOfFewPersonsCanBeWorkedOut(long seed) {
        Catalogue catalogue = SampleCollege.silent(folder).catalogue;
        LinesBook lines = new LinesBook(catalogue);
        Random random = new Random(seed);
        int few = 0;
        for (int i = 0; i < BOARDS; i++) {
            Map<String, Map<Band, Long>> table = table(catalogue, random);
            String looks = looks(lines, table);
            for (var row : table.entrySet()) {
                Level level = catalogue.point(row.getKey()).orElseThrow().level();
                for (Band band : BANDS) {
                    long count = row.getValue().getOrDefault(band, 0L);
                    if (level.personal() && count > 0 && count < Discretion.SMALLEST_GROUP) {
                        few++;
                        assertThat(anotherLooksTheSame(lines, table, row.getKey(), band, looks))
                                .as(row + " " + band)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(few).isGreaterThan(BOARDS);
    }

    private static Map<String, Map<Band, Long>> table(Catalogue catalogue, Random random) {
        Map<String, Map<Band, Long>> table = new HashMap<>();
        for (ControlPoint point : catalogue.points().values()) {
            long persons = catalogue.subjects().values().stream()
                    .filter(point::appliesTo)
                    .count();
            Map<Band, Long> row = counts(0, 0, 0, 0, 0);
            int kinds = 1 + random.nextInt(BANDS.length);
            for (long left = persons; left > 0; ) {
                long some = Math.min(left, random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 1 + random.nextInt(4));
                row.merge(BANDS[random.nextInt(kinds)], some, Long::sum);
                left -= some;
            }
            table.put(point.id(), row);
        }
        return table;
    }

    private static boolean anotherLooksTheSame(
            LinesBook lines, Map<String, Map<Band, Long>> table, String point, Band band, String looks) {
        for (Band other : BANDS) {
            for (int moved : new int[] {1, -1, 2, -2, 3, -3}) {
                Map<Band, Long> row = new EnumMap<>(table.get(point));
                row.merge(band, (long) moved, Long::sum);
                row.merge(other, (long) -moved, Long::sum);
                if (other != band && row.values().stream().allMatch(n -> n >= 0)) {
                    Map<String, Map<Band, Long>> another = new HashMap<>(table);
                    another.put(point, row);
                    if (looks(lines, another).equals(looks)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** All that pages and API say of a board. */
    private static String looks(LinesBook lines, Map<String, Map<Band, Long>> table) {
        Catalogue catalogue = lines.catalogue();
        Map<String, BandCounts> byPoint = new HashMap<>();
        Map<Level, BandCounts> byLevel = new EnumMap<>(Level.class);
        table.forEach((id, row) -> {
            byPoint.put(id, new BandCounts(row));
            byLevel.merge(catalogue.point(id).orElseThrow().level(), new BandCounts(row), BandCounts::plus);
        });
        ShownBoard board = new ShownBoard(new Board(Instant.EPOCH, lines, byPoint, byLevel), new Discretion(false));
        List<String> said = new ArrayList<>();
        catalogue.points().values().forEach(p -> said.add(p.id() + said(board.of(p))));
        for (Level level : Level.values()) {
            said.add(level + said(board.of(level)));
        }
        said.add("all" + said(Optional.of(board.all())));
        return String.join("\n", said);
    }

    private static String said(Optional<ShownCounts> shown) {
        if (shown.isEmpty()) {
            return " withheld";
        }
        ShownCounts counts = shown.get();
        StringBuilder said = new StringBuilder(" of " + counts.whole().total());
        for (Band band : BANDS) {
            said.append(' ').append(counts.of(band));
        }
        counts.merged()
                .forEach(run -> said.append(run.stream().sorted().toList()).append(counts.of(run)));
        return said.append(counts.of(Set.of(Band.ON_TARGET, Band.ON_STANDARD)))
                .append(counts.of(Set.of(Band.ON_TARGET)))
                .toString();
    }
}
