package cn.zhengai.console.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengai.console.sample.SampleCollege;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.BandCounts;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BandBoardTest {
    @TempDir
    Path folder;

    private SampleCollege college;
    private WatchedReadings readings;
    private BandBoard board;

    @BeforeEach
    void make() {
        college = SampleCollege.full(folder);
        readings = new WatchedReadings(college.readings);
        board = new BandBoard(() -> college.catalogue, readings, Duration.ofSeconds(5), college.time);
    }

    @Test
    void countsWhatAPlainLoopCounts() {
        Board now = board.now();
        Map<Level, BandCounts> byLevel = new EnumMap<>(Level.class);
        for (ControlPoint point : college.catalogue.points().values()) {
            Map<Band, Long> counts = new EnumMap<>(Band.class);
            for (Subject subject : college.catalogue.subjects().values()) {
                if (point.appliesTo(subject)) {
                    counts.merge(band(point, subject), 1L, Long::sum);
                }
            }
            assertThat(now.of(point.id())).as(point.id()).isEqualTo(new BandCounts(counts));
            byLevel.merge(point.level(), new BandCounts(counts), BandCounts::plus);
        }
        assertThat(now.byLevel()).isEqualTo(byLevel);
    }

    private Band band(ControlPoint point, Subject subject) {
        List<Logged> all = college.readings.read(
                college.index.of(point.id(), subject.id()), Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW);
        return all.isEmpty()
                ? Band.UNKNOWN
                : point.versions()
                        .get(0)
                        .lines()
                        .band(all.get(all.size() - 1).reading().position());
    }

    @Test
    void countsAgainOnlyWhenTheAnswerIsOld() {
        Board first = board.now();
        college.time.advance(Duration.ofMillis(4999));
        assertThat(board.now()).isSameAs(first);
        assertThat(readings.asked()).isEqualTo(1);
        college.time.advance(Duration.ofMillis(1));
        assertThat(board.now()).isNotSameAs(first);
        assertThat(readings.asked()).isEqualTo(2);
    }

    @Test
    void aStoreThatTakesLongIsAskedSeldomAndNobodyWaitsForIt() {
        readings.meanwhile(() -> college.time.advance(Duration.ofSeconds(30)));
        Board first = board.now();
        college.time.advance(Duration.ofSeconds(569));
        assertThat(board.now()).isSameAs(first);
        assertThat(readings.asked()).isEqualTo(1);

        CountDownLatch answer = new CountDownLatch(1);
        readings.meanwhile(() -> awaitOf(answer));
        college.time.advance(Duration.ofSeconds(1));
        assertThat(board.now()).as("while it is made anew").isSameAs(first);
        answer.countDown();
        assertThat(another(first)).isNotSameAs(first);
    }

    @Test
    void aStoreThatTookLongAndIsAwayIsSaid() {
        readings.meanwhile(() -> college.time.advance(Duration.ofSeconds(30)));
        Board first = board.now();
        college.time.advance(Duration.ofMinutes(10));
        readings.goAway();
        assertThatExceptionOfType(PortException.class).isThrownBy(() -> another(first));
    }

    /** The next that is not this one. */
    private Board another(Board first) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        Board next = board.now();
        while (next.equals(first)) {
            assertThat(System.nanoTime()).as("another in time").isLessThan(end);
            Thread.onSpinWait();
            next = board.now();
        }
        return next;
    }

    private static void awaitOf(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysWhenTheStoreIsAway() {
        readings.goAway();
        assertThatExceptionOfType(PortException.class).isThrownBy(() -> board.now());
    }
}
