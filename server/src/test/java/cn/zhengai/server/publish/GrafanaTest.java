package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.server.demo.Browser;
import cn.zhengai.server.settings.Clocks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every dashboard as a browser sees it in the Grafana at {@code GRAFANA_URL} (with user and password; anybody may look). Part of the run only
 * where that is set: nothing here starts a Grafana.
 */
@Tag("grafana")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrafanaTest {
    /** What Grafana writes over a panel that has nothing to show, or whose query or transformation failed. */
    private static final List<String> COMPLAINTS = List.of(
            "No data",
            "无数据",
            "Data is missing",
            "Data does not have",
            "panel-info-corner--error",
            "Panel status error",
            "An unexpected error happened",
            "Panel plugin not found",
            "Datasource zhengai-influx was not found");

    /** The foot of a mark on the time axis, as Grafana 9 and as later ones draw it. */
    private static final Pattern MARK = Pattern.compile("translate3d\\(-100%, -50%, 0|data-testid annotation-marker");

    private PublishedDemo demo;
    private Grafana grafana;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        String url = Optional.ofNullable(System.getenv("GRAFANA_URL"))
                .orElseThrow(() -> new AssertionError("GRAFANA_URL is not set: http://user:password@host:port"));
        String now = Clocks.system()
                .instant()
                .minus(Duration.ofMinutes(50))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        demo = new PublishedDemo(folder, now);
        browser = Browser.find(folder);
        grafana = new Grafana(url);
        grafana.source(demo.server.engine(), PublishedDemo.DATABASE);
        for (Dashboard dashboard : Boards.all()) {
            grafana.put(dashboard);
        }
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private static Stream<Dashboard> dashboards() {
        return Boards.all().stream();
    }

    /** How many requests InfluxDB has refused: also of variables and annotations, which leave no mark on a page. */
    private long refused() {
        Influx.Answer stats = demo.influx.ask("SHOW STATS FOR 'httpd'").get(0);
        return stats.rows().get(0).get(stats.columns().indexOf("clientError")).asLong();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void noPanelIsEmptyOrFails(Dashboard dashboard) throws IOException {
        long refused = refused();
        for (String theme : List.of("light", "dark")) {
            String dom = browser.open(grafana.page(dashboard, theme), 1440, 4000, 40_000)
                    .dom();
            assertThat(dashboard.panels().stream()
                            .map(Panel::title)
                            .map(title -> title.replaceAll("\\$.*", ""))
                            .filter(title -> !dom.contains(title)))
                    .as("panels that are not there")
                    .isEmpty();
            assertThat(COMPLAINTS.stream().filter(dom::contains)).as(theme).isEmpty();
        }
        assertThat(refused()).as("requests that InfluxDB refused").isEqualTo(refused);
    }

    @Test
    void warningsOfASeriesAreMarkedOnItsTimeAxis() throws IOException {
        Influx.Answer warning = demo.influx
                .ask(
                        "SELECT \"open\", \"point\", \"subject\" FROM \"warning\" WHERE \"level\" = 'course' AND \"open\" = 1 LIMIT 1")
                .get(0);
        Dashboard course = Boards.all().stream()
                .filter(d -> d.uid().endsWith("course"))
                .findFirst()
                .orElseThrow();
        String chosen = "&var-point=" + warning.rows().get(0).get(2).asText() + "&var-subject="
                + warning.rows().get(0).get(3).asText();
        String dom = browser.open(grafana.page(course, "light") + chosen, 1440, 4000, 40_000)
                .dom();
        assertThat(MARK.matcher(dom).find()).as(chosen).isTrue();
    }
}
