package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.fill.Filling;
import cn.zhengai.dashboards.fill.Span;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.view.Asking;
import cn.zhengai.dashboards.view.PanelView;
import cn.zhengai.dashboards.view.View;
import cn.zhengai.storage.results.ResultStore;
import cn.zhengai.testkit.time.SettableTime;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is one bar of the platform's board, whatever it is called. */
class SourceBarsTest {
    private final SettableTime time = SettableTime.at("2026-11-23T01:00:00Z");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<String, String> names = new HashMap<>();
    private ResultStore results;
    private MeterPublisher publisher;

    @BeforeEach
    void open(@TempDir Path folder) {
        results = new ResultStore(folder.resolve("results.tmp"));
        publisher = new MeterPublisher(registry, "host:/data", id -> names.getOrDefault(id, id), results, time);
        registry.gauge("zhengai.source.age.seconds", Tags.of("source", "jwxt"), 7);
        registry.gauge("zhengai.source.age.seconds", Tags.of("source", "xgxt"), 5);
    }

    @AfterEach
    void close() {
        results.close();
    }

    private List<String> bars() {
        Panel panel = Boards.all().stream()
                .flatMap(board -> board.panels().stream())
                .filter(p -> p.title().equals("最新采集值距今"))
                .findFirst()
                .orElseThrow();
        Filling filling =
                new Filling(Map.of(), Map.of(), Span.back(Duration.ofDays(1), time.instant()), Duration.ofMinutes(1));
        View.Gauges gauges = (View.Gauges) PanelView.of(panel, List.of(), new Asking(results, filling, ZoneOffset.UTC));
        return gauges.gauges().stream().map(g -> g.name() + " " + g.text()).toList();
    }

    @Test
    void aSourceThatIsRenamedIsCalledByItsNewName() {
        names.put("jwxt", "教务系统");
        publisher.runOnce();
        names.put("jwxt", "新教务系统");
        time.advance(Duration.ofMinutes(10));
        publisher.runOnce();
        assertThat(bars()).containsExactly("新教务系统 7 秒", "xgxt 5 秒");
    }

    @Test
    void twoOfOneNameAreTwo() {
        names.putAll(Map.of("jwxt", "系统", "xgxt", "系统"));
        publisher.runOnce();
        assertThat(bars()).containsExactly("系统 7 秒", "系统 5 秒");
    }
}
