package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import cn.zhengai.server.demo.Demo;
import cn.zhengai.server.demo.DemoTime;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While no reading is there, only today is published; the weeks before come with the first readings. */
class NothingYetTest {
    private final List<Point> said = new ArrayList<>();

    @Test
    void theWeeksBeforeComeWithTheReadings(@TempDir Path folder) {
        SettableTime time = SettableTime.at("2026-11-23T01:00:00Z");
        DataFolder data = DataFolder.open(folder);
        Demo demo = new Demo(data, LocalDate.parse("2026-11-23"));
        demo.prepare();
        DemoTime clock = new DemoTime(time);
        try (Run run = Run.open(data, Settings.read(data.settings(), Map.of()), clock)) {
            Publisher publisher = run.publisher(said::addAll, Duration.ofDays(371));
            publish(publisher);
            assertThat(days()).isEqualTo(1);
            demo.feed(run, clock, (done, total, text) -> assertThat(done).isLessThanOrEqualTo(total));
            time.advance(Duration.ofHours(1));
            publish(publisher);
            assertThat(days()).isEqualTo(54);
        }
    }

    /** Of which shares were said. */
    private long days() {
        return said.stream()
                .filter(p -> p.measurement().equals(Published.SHARE))
                .map(Point::nanos)
                .distinct()
                .count();
    }

    private static void publish(Publisher publisher) {
        boolean more = true;
        while (more) {
            more = publisher.runOnce();
        }
    }
}
