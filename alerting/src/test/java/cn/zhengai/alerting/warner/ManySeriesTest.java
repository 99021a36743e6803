package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.warning.Fact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More late series in one turn than are taken into memory at one time. */
class ManySeriesTest {
    private static final int COURSES = 300;

    @Test
    void newestFirstGivesTheSameFactsInOneTurnAndInMany() {
        List<Fact> atOnce = facts(10_000);
        assertThat(atOnce)
                .extracting(f -> f.warning().subject())
                .doesNotHaveDuplicates()
                .hasSize(COURSES);
        assertThat(facts(7)).isEqualTo(atOnce);
        assertThat(facts(COURSES)).isEqualTo(atOnce);
    }

    private static List<Fact> facts(int readingsATurn) {
        try (Watchtower tower = new Watchtower(College.ofCourses(COURSES, College.attendance(Watch.DEFAULT)))) {
            List<Reading> newestFirst = new ArrayList<>();
            for (int minute = 4; minute >= 0; minute--) {
                for (int course = 0; course < COURSES; course++) {
                    newestFirst.add(tower.reading("c" + course, minute, minute == 2 ? 85 : 93));
                }
            }
            tower.log(false, newestFirst).readingsATurn(readingsATurn).run();
            return tower.facts();
        }
    }
}
