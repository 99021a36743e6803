package cn.zhengai.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.scorecard.Scorecards;
import cn.zhengai.alerting.silence.SilenceReport;
import cn.zhengai.console.sample.SampleCollege;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.version.Editions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules change while pages are made: lines, points and subjects are always of one catalogue. */
class LinesBookTest {
    private static final String POINT = "course.attendance";
    private static final long NOW = 1_790_000_000_000L;

    @TempDir
    Path folder;

    private SampleCollege college;
    private Catalogue before;
    private Catalogue after;

    @BeforeEach
    void twoCatalogues() {
        college = SampleCollege.silent(folder);
        before = college.catalogue;
        Map<String, ControlPoint> points = new LinkedHashMap<>(before.points());
        points.computeIfPresent(POINT, (id, p) -> stricter(p));
        after = new Catalogue(
                before.college(),
                before.zone(),
                before.tree(),
                before.leadOffices(),
                before.subjects(),
                points,
                before.cycles(),
                before.goals(),
                before.sources(),
                "another digest");
    }

    private static ControlPoint stricter(ControlPoint p) {
        ThreeLines lines = new ThreeLines(
                Condition.parse(">= 99", ">="), Condition.parse(">= 98", ">="), Condition.parse("< 97", "<"));
        return new ControlPoint(
                p.id(),
                p.name(),
                p.level(),
                p.unit(),
                p.direction(),
                p.rollUp(),
                p.cadence(),
                p.weight(),
                p.owner(),
                p.plausible(),
                p.appliesTo(),
                p.watch(),
                List.of(new LinesVersion(LocalDate.of(2025, 1, 1), LinesVersion.Scope.ALL, lines)),
                p.enabled());
    }

    private static ThreeLines declared(Catalogue catalogue) {
        return catalogue.point(POINT).orElseThrow().versions().get(0).lines();
    }

    @Test
    void aPointOfTheCatalogueBeforeLeavesNothingInTheBook() {
        LinesBook book = new LinesBook(after);
        ControlPoint old = before.point(POINT).orElseThrow();
        Subject course = before.subject("c1").orElseThrow();
        assertThat(book.at(old, course, NOW)).isEqualTo(declared(after));
        assertThat(book.at(after.point(POINT).orElseThrow(), course, NOW)).isEqualTo(declared(after));
    }

    /** The catalogue is replaced after each number of looks at it. */
    @Test
    void whatIsLookedAtAndItsLinesAreOfOneCatalogue() {
        for (int looks = 0; looks < 6; looks++) {
            Deque<Catalogue> next = new ArrayDeque<>();
            for (int i = 0; i < looks; i++) {
                next.add(before);
            }
            Supplier<Catalogue> changing = () -> next.isEmpty() ? after : next.remove();
            Records records = new Records(
                    changing,
                    college.index,
                    college.readings,
                    college.ledger,
                    new BandBoard(changing, college.readings, Duration.ofSeconds(5), college.time),
                    new Scorecards(
                            changing,
                            () -> SilenceReport.NONE,
                            college.readings,
                            college.ledger.intake(),
                            college.time),
                    List::of,
                    new Discretion(false),
                    Set.of(),
                    Editions.only(changing),
                    college.time);
            for (int again = 0; again < 6; again++) {
                var watched = records.series().find(POINT, "c1").orElseThrow();
                assertThat(watched.linesAt(NOW))
                        .as(looks + " looks")
                        .isEqualTo(watched.point().versions().get(0).lines());
            }
            assertThat(records.series().find(POINT, "c1").orElseThrow().linesAt(NOW))
                    .isEqualTo(declared(after));
        }
    }
}
