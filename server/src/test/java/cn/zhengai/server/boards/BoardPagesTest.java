package cn.zhengai.server.boards;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.server.demo.Demo;
import cn.zhengai.server.demo.DemoTime;
import cn.zhengai.server.demo.Tab;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every board of the demo college in a browser, out of the embedded run's own results. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardPagesTest {
    /** Counters that did not rise since the process began. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("接收和拒收", "发出的通知", "拒收原因");

    private static final String ALL_THERE =
            "Array.from(document.querySelectorAll('.zg-panel')).every(p => p.getAttribute('aria-busy') === 'false')";
    private static final String TITLES =
            "Array.from(document.querySelectorAll('%s')).map(p => p.closest('.zg-panel').querySelector('h2').textContent)";

    private final SettableTime time = SettableTime.at("2026-11-23T01:00:00Z");
    private Service service;
    private Tab tab;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        DataFolder data = DataFolder.open(folder.resolve("data"));
        Demo demo = new Demo(data, LocalDate.parse("2026-11-23"));
        demo.prepare();
        DemoTime clock = new DemoTime(time);
        Run run = Run.open(data, Settings.read(data.settings(), Map.of()).onPort(0), clock);
        demo.feed(run, clock, (done, total, text) -> assertThat(done).isLessThanOrEqualTo(total));
        service = Service.start(run);
        published(1);
        published(2);
        tab = Tab.open(folder);
    }

    /** Waits for so many publications, a quarter of an hour after each other. */
    private void published(int times) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (publications() < times) {
            assertThat(System.nanoTime()).as("published").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        time.advance(Duration.ofMinutes(15));
    }

    private long publications() {
        return service.run().results().ask("SELECT \"at\" FROM \"publication\"").stream()
                .mapToLong(answer -> answer.rows().size())
                .sum();
    }

    @AfterAll
    void stop() {
        tab.close();
        service.close();
    }

    private static Stream<Dashboard> boards() {
        return Boards.all().stream();
    }

    private void open(String path) {
        tab.visit(service.link() + path);
        tab.await(ALL_THERE);
    }

    private List<String> titles(String selector) {
        List<String> titles = new ArrayList<>();
        tab.ask(TITLES.replace("%s", selector)).forEach(title -> titles.add(title.asText()));
        return titles;
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyPanelShowsSomethingAndFits(Dashboard board) {
        for (int width : new int[] {1440, 390}) {
            tab.look(width, 900, width == 390);
            open("/boards/" + board.uid());
            assertThat(titles(".zg-panel")).hasSize(board.panels().size());
            assertThat(tab.ask("document.querySelector('.zg-board').dataset.unfinished")
                            .asText())
                    .as("published, and nothing else is in the way")
                    .isEmpty();
            assertThat(titles(".zg-problem")).as("troubled").isEmpty();
            assertThat(titles(".zg-nothing").stream().filter(t -> !MAY_BE_EMPTY.contains(t)))
                    .as("empty")
                    .isEmpty();
            assertThat(titles(".zg-draw").stream().toList())
                    .as("drawn")
                    .hasSize(tab.ask("document.querySelectorAll('[_echarts_instance_]').length")
                            .asInt());
            assertThat(tab.ask("document.documentElement.scrollWidth").asInt())
                    .as(width + " pixels")
                    .isLessThanOrEqualTo(width);
        }
    }

    /** Whoever cannot see a picture reads the same from its table. */
    @ParameterizedTest
    @MethodSource("boards")
    void everyPictureUnfoldsToATable(Dashboard board) {
        tab.look(1440, 900, false);
        open("/boards/" + board.uid());
        tab.ask("document.querySelectorAll('.zg-data').forEach(d => { d.open = true; })");
        tab.await("Array.from(document.querySelectorAll('.zg-data')).every(d => d.querySelectorAll('td').length > 0)");
        assertThat(tab.ask("document.querySelectorAll('.zg-data').length").asInt())
                .isEqualTo(titles(".zg-draw").size());
        JsonNode tables = tab.ask("document.querySelector('.zg-board').textContent");
        assertThat(tables.asText()).doesNotContain("undefined", "NaN", "null", "[object");
    }

    @Test
    void whatWasDrawnStaysWhenItCannotBeReadAgain() {
        tab.look(1440, 900, false);
        open("/boards/zhengai-course");
        int drawn = titles(".zg-draw, .zg-figures, table").size();
        tab.ask("(() => { window.kept = window.fetch; window.fetch = () => Promise.reject(new TypeError('away')); "
                + "window.dispatchEvent(new Event('online')); })()");
        tab.await("document.querySelectorAll('.zg-late').length === document.querySelectorAll('.zg-panel').length");
        assertThat(titles(".zg-draw, .zg-figures, table")).hasSize(drawn);
        assertThat(titles(".zg-problem")).isEmpty();
        assertThat(tab.ask("document.querySelector('.zg-panel-barchart .zg-late').textContent")
                        .asText())
                .matches("没能更新：连接不上服务.*。下面是 \\d\\d:\\d\\d 读到的。再试一次");
        assertThat(tab.ask("document.querySelector('.zg-panel-stat .zg-late').textContent")
                        .asText())
                .matches("没能更新，\\d\\d:\\d\\d 读到的再试一次");
        assertThat(outside(".zg-figure-one b, .zg-late")).isEmpty();
        tab.ask("(() => { window.fetch = window.kept; window.dispatchEvent(new Event('online')); })()");
        tab.await("document.querySelectorAll('.zg-late').length === 0");
        assertThat(titles(".zg-draw, .zg-figures, table")).hasSize(drawn);
    }

    /** Titles of panels that have something of theirs where another panel or nothing is seen. */
    private List<String> outside(String selector) {
        List<String> titles = new ArrayList<>();
        tab.ask("Array.from(document.querySelectorAll('" + selector + "')).filter(e => { "
                        + "const is = e.getBoundingClientRect(), in_ = e.closest('.zg-panel').getBoundingClientRect(); "
                        + "return is.bottom > in_.bottom || is.right > in_.right || is.height === 0; })"
                        + ".map(e => e.closest('.zg-panel').querySelector('h2').textContent)")
                .forEach(title -> titles.add(title.asText()));
        return titles;
    }

    /** Told once, and whoever stands on its button stays there. */
    @Test
    void theSameTroubleAgainIsNotToldAgain() {
        Runnable end = tab.beforehand("window.kept = window.fetch; window.asked = 0; "
                + "window.fetch = () => { window.asked++; return Promise.reject(new TypeError('away')); };");
        try {
            open("/boards/zhengai-course");
        } finally {
            end.run();
        }
        int panels = titles(".zg-panel").size();
        assertThat(titles(".zg-problem[role=alert]")).hasSize(panels);
        assertThat(outside(".zg-problem, .zg-panel button")).isEmpty();
        JsonNode said = tab.ask("(() => { window.told = document.querySelector('.zg-problem'); "
                + "window.told.parentNode.querySelector('button').focus(); document.activeElement.click(); "
                + "return document.activeElement.textContent; })()");
        assertThat(said.asText()).isEqualTo("正在再试…");
        tab.await("document.activeElement.textContent === '再试一次'");
        tab.ask("window.dispatchEvent(new Event('online'))");
        tab.await("window.asked === " + (2 * panels + 1));
        tab.await("Array.from(document.querySelectorAll('.zg-panel button')).every(b => b.textContent === '再试一次')");
        assertThat(tab.ask("window.told === document.querySelector('.zg-problem')")
                        .asBoolean())
                .isTrue();
        assertThat(tab.ask("document.activeElement === window.told.parentNode.querySelector('button')")
                        .asBoolean())
                .isTrue();
        tab.ask("(() => { window.fetch = window.kept; window.dispatchEvent(new Event('online')); })()");
        tab.await("document.querySelectorAll('.zg-problem').length === 0");
    }

    /** A page that was replaced by the browser's own words would never come back. */
    @Test
    void anUnfinishedBoardComesAgainOnceTheServiceAnswers() {
        Runnable end = tab.beforehand("""
                sessionStorage.loads = Number(sessionStorage.loads || 0) + 1;
                if (sessionStorage.loads === '1') {
                    const later = window.setTimeout, kept = window.fetch;
                    sessionStorage.away = 0;
                    window.setTimeout = (what, wait) => later(what, wait / 100);
                    window.fetch = (...of) => {
                        if (of[0] !== location.href || sessionStorage.away === '2') { return kept(...of); }
                        sessionStorage.away++;
                        return Promise.reject(new TypeError('away'));
                    };
                    document.addEventListener('DOMContentLoaded', () => {
                        document.querySelector('.zg-board').dataset.unfinished = 'yes';
                    });
                }""");
        try {
            tab.visit(service.link() + "/boards/zhengai-course");
            tab.await("sessionStorage.loads === '2' && document.readyState === 'complete'");
        } finally {
            end.run();
        }
        assertThat(tab.ask("sessionStorage.away").asInt()).isEqualTo(2);
    }

    @Test
    void linksToOtherBoardsKeepTheSpan() {
        open("/boards/zhengai-overview?span=90d");
        JsonNode links = tab.ask(
                "Array.from(document.querySelectorAll('.zg-panel a')).map(a => a.getAttribute('href')).filter(a => a.startsWith('/boards/'))");
        assertThat(links).hasSizeGreaterThan(5).allMatch(link -> link.asText().contains("span=90d"));
    }

    @Test
    void whatAnAddressAsksForAndIsNotThereIsTold() {
        open("/boards/zhengai-course?var-subject=nobody");
        assertThat(tab.ask("document.querySelector('.zg-note').textContent").asText())
                .contains("所选范围里没有主体“nobody”", "现在显示的是“");
        open("/boards/zhengai-course");
        assertThat(tab.ask("document.querySelectorAll('.zg-note').length").asInt())
                .isZero();
    }

    @Test
    void aSeriesLeadsToItsPlaceOnTheBoard() {
        open("/boards/zhengai-course");
        String subject = tab.ask(
                        "new URLSearchParams(document.querySelector('#subject').dataset.source.split('?')[1]).get('var-subject')")
                .asText();
        tab.follow("#panel-13 td[data-label='值'] a");
        tab.follow("a[href$='#subject']");
        tab.await(ALL_THERE);
        assertThat(tab.ask("location.pathname + location.hash").asText()).isEqualTo("/boards/zhengai-course#subject");
        assertThat(tab.ask("document.querySelector('#subject').dataset.source").asText())
                .contains("var-subject=" + subject);
        assertThat(tab.ask("document.querySelectorAll('.zg-note').length").asInt())
                .isZero();
    }

    @Test
    void levelsStandInTheirOrder() {
        open("/boards");
        JsonNode names =
                tab.ask("Array.from(document.querySelectorAll('#panel-1 .zg-figure-name')).map(f => f.textContent)");
        assertThat(names)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Stream.of(Level.values()).map(Level::chinese).toList());
    }

    /** From something orange to the series, its readings, and who is responsible. */
    @Test
    void aWarningIsFourClicksFromWhoIsResponsible() {
        tab.look(1440, 900, false);
        open("/boards");
        assertThat(tab.ask("location.pathname").asText()).isEqualTo("/boards/zhengai-overview");
        tab.follow("#panel-13 td[data-label='主体'] a");
        tab.await(ALL_THERE);
        assertThat(tab.ask("location.hash").asText()).isEqualTo("#subject");
        assertThat(titles("#subject canvas")).hasSize(1);
        tab.follow("#panel-13 td[data-label='值'] a");
        assertThat(tab.ask("location.pathname").asText()).startsWith("/series/");
        assertThat(tab.ask("document.body.textContent").asText()).contains("最近的采集值");
        tab.follow(".zg-episodes a");
        assertThat(tab.ask("location.pathname").asText()).startsWith("/warnings/");
        assertThat(tab.ask("document.querySelector('.zg-lead').textContent").asText())
                .as("level, point and the unit that is responsible")
                .matches("\\S+ · \\S+ · \\S+ · 编号 \\S+");
    }
}
