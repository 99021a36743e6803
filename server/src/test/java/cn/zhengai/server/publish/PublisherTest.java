package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.point.PointSink;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A publisher that begins before there is a reading, and what it says once the demo college's are there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublisherTest {
    private static final Duration HISTORY = Duration.ofDays(371);

    private final SettableTime time = SettableTime.at("2026-11-23T01:00:00Z");
    private final List<Point> said = new ArrayList<>();
    private long before;
    private Run run;
    private Publisher early;

    @BeforeAll
    void start(@TempDir Path folder) {
        DataFolder data = DataFolder.open(folder);
        Demo demo = new Demo(data, LocalDate.parse("2026-11-23"));
        demo.prepare();
        DemoTime clock = new DemoTime(time);
        run = Run.open(data, Settings.read(data.settings(), Map.of()), clock);
        early = run.publisher(said::addAll, HISTORY);
        publish(early);
        before = days();
        demo.feed(run, clock, (done, total, text) -> assertThat(done).isLessThanOrEqualTo(total));
        time.advance(Duration.ofHours(1));
    }

    @AfterAll
    void stop() {
        run.close();
    }

    /** Of which shares were said. */
    private long days() {
        return said.stream()
                .filter(p -> p.measurement().equals(Published.SHARE))
                .map(Point::nanos)
                .distinct()
                .count();
    }

    @Test
    void theWeeksBeforeComeWithTheFirstReadings() {
        assertThat(before).isEqualTo(1);
        publish(early);
        assertThat(days()).isEqualTo(54);
    }

    /** Who looks whether there is a warning may believe what is published once a publication has ended. */
    @Test
    void theFirstPublicationEndsWhenAllFactsAreTold() {
        List<String> told = new ArrayList<>();
        publish(run.publisher(
                points -> points.forEach(p -> told.add(p.measurement().name())), HISTORY));
        assertThat(Collections.frequency(told, Published.WARNING_FACT.name())).isGreaterThan(500);
        assertThat(told.indexOf(Published.PUBLICATION.name()))
                .isGreaterThan(told.lastIndexOf(Published.WARNING_FACT.name()));
    }

    /** Told to stop in its first span, it stops at its next point; another publishes all of it. */
    @Test
    void stopsInTheMiddle() {
        List<Integer> whole = new ArrayList<>();
        publish(run.publisher(points -> whole.add(points.size()), HISTORY));
        assertThat(whole).hasSizeGreaterThan(5);

        List<List<Point>> cut = new ArrayList<>();
        AtomicReference<@Nullable Publisher> stopped = new AtomicReference<>();
        PointSink stopping = points -> {
            cut.add(points);
            Publisher publisher = stopped.get();
            if (publisher != null && cut.size() == 2) {
                publisher.stop();
            }
        };
        Publisher publisher = run.publisher(stopping, HISTORY);
        stopped.set(publisher);
        publish(publisher);
        assertThat(cut).hasSize(2);
        assertThat(publisher.runOnce()).isFalse();
        assertThat(cut).hasSize(2);
    }

    private static void publish(Publisher publisher) {
        boolean more = true;
        while (more) {
            more = publisher.runOnce();
        }
    }
}
