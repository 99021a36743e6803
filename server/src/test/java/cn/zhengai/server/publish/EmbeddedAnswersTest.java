package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.grafana.Annotation;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Variable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of every dashboard, its variables filled in many ways: the store of an embedded run answers as InfluxDB does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedAnswersTest {
    private static final int OPTIONS = 12;

    private PublishedDemo demo;

    @BeforeAll
    void start(@TempDir Path folder) {
        demo = new PublishedDemo(folder, "2026-11-23T01:00:00Z");
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private static Stream<Dashboard> dashboards() {
        return Boards.all().stream();
    }

    private Filled filled(Dashboard dashboard) {
        return Filled.of(dashboard, demo.influx, demo.time.instant());
    }

    private static List<String> queries(Dashboard dashboard) {
        return Stream.of(
                        dashboard.panels().stream()
                                .flatMap(p -> p.targets().stream())
                                .map(Target::query),
                        dashboard.variables().stream().map(Variable::query),
                        dashboard.annotations().stream().map(Annotation::query))
                .flatMap(s -> s)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void equalThoseOfInfluxDb(Dashboard dashboard) {
        Set<String> asked = new LinkedHashSet<>();
        ask(dashboard, filled(dashboard), asked);
        for (Variable variable : dashboard.variables()) {
            List<String> options = Filled.options(variable, filled(dashboard), demo.influx);
            for (String option : options.subList(0, Math.min(OPTIONS, options.size()))) {
                ask(dashboard, filled(dashboard).with(variable.name(), option), asked);
            }
            ask(dashboard, filled(dashboard).with(variable.name(), "没有 (a|b)/.*$ 这个"), asked);
        }
        assertThat(asked).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void equalThoseOfInfluxDbForAnySpan(Dashboard dashboard) {
        Instant now = demo.time.instant();
        Set<String> asked = new LinkedHashSet<>();
        for (Duration back : List.of(
                Duration.ofSeconds(100),
                Duration.ofHours(5),
                Duration.ofDays(9),
                Duration.ofDays(93),
                Duration.ofDays(700))) {
            ask(dashboard, filled(dashboard).over(now.minus(back), now), asked);
        }
        Instant lastYear = now.minus(Duration.ofDays(370));
        ask(dashboard, filled(dashboard).over(lastYear, lastYear.plus(Duration.ofDays(200))), asked);
        ask(dashboard, filled(dashboard).over(now.plusSeconds(60), now.plusSeconds(3600)), asked);
    }

    private void ask(Dashboard dashboard, Filled filled, Set<String> asked) {
        for (String query : queries(dashboard)) {
            String asking = filled.query(query);
            if (asked.add(asking)) {
                SameAnswer.demand(asking, demo.influx.ask(asking), demo.results.ask(asking));
            }
        }
    }
}
