package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietReadingTest {
    private static final int SERIES = 500;

    @Test
    void allocatesNothing() {
        SeriesIndex index = new SeriesIndex();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 40 * SERIES; i++) {
            readings.add(Reading.plain(
                    index.of("course.attendance", "c" + i % SERIES), 1000L * i, (90 + i % 10) * Micros.ONE, 1));
        }
        SeriesTable table =
                new SeriesTable(RuleBook.of(College.ofCourses(SERIES, College.attendance(Watch.DEFAULT))), SERIES);
        int warmUp = 10 * SERIES;
        assertThat(stillOnes(table, readings, 0, warmUp)).isEqualTo(warmUp);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        int still = stillOnes(table, readings, warmUp, readings.size());
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(still).isEqualTo(readings.size() - warmUp);
        assertThat(allocated).as("bytes for %d readings", still).isLessThan(still);
    }

    private static int stillOnes(SeriesTable table, List<Reading> readings, int from, int to) {
        int still = 0;
        for (int i = from; i < to; i++) {
            still += !table.late(readings.get(i)) && table.still(readings.get(i), false) ? 1 : 0;
        }
        return still;
    }

    @Test
    void aLateQuietReadingReadsNoHistory() {
        try (Watchtower tower = new Watchtower(College.ofCourses(1, College.attendance(Watch.DEFAULT)))) {
            tower.read(5, 96).read(3, 93).read(5, 97);
            assertThat(tower.late).isEqualTo(2);
            assertThat(tower.refolded).isZero();
            tower.read(4, 89);
            assertThat(tower.refolded).isEqualTo(1);
            assertThat(tower.episodes()).containsExactly("ORANGE 4..5");
        }
    }

    @Test
    void afterTheLastEventALateReadingThatAddsNothingReadsNoHistory() {
        try (Watchtower tower = new Watchtower(College.ofCourses(1, College.attendance(Watch.DEFAULT)))) {
            tower.read(0, 96).read(2, 89).read(6, 88).read(8, 87);
            tower.read(6, 88).read(4, 86);
            assertThat(tower.refolded).as("raised at 2, goes on").isZero();
            assertThat(tower.episodes()).containsExactly("ORANGE 2..");
            tower.read(10, 97).read(14, 98);
            tower.read(14, 98).read(12, 93);
            assertThat(tower.refolded).as("cleared at 10").isZero();
            tower.restart().read(13, 96);
            assertThat(tower.refolded).as("after a restart").isZero();
            assertThat(tower.episodes()).containsExactly("ORANGE 2..10");
            tower.read(7, 98);
            assertThat(tower.refolded).as("before 10").isEqualTo(1);
            assertThat(tower.episodes()).containsExactly("ORANGE 2..7", "ORANGE 8..10");
        }
    }
}
