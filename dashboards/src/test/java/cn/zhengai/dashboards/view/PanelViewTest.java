package cn.zhengai.dashboards.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.board.Palette;
import cn.zhengai.dashboards.fill.Filling;
import cn.zhengai.dashboards.fill.Span;
import cn.zhengai.dashboards.grafana.Annotation;
import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Link;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Transform;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PanelViewTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long FROM = NOW.toEpochMilli() - 10 * DAY;

    private final Map<String, List<Answer>> answers = new LinkedHashMap<>();

    private View view(Panel panel, Annotation... annotations) {
        Span span = Span.back(Duration.ofDays(10), NOW);
        Filling filling = new Filling(Map.of(), Map.of(), span, Duration.ofMinutes(1));
        return PanelView.of(
                panel,
                List.of(annotations),
                new Asking(q -> answers.getOrDefault(q, List.of()), filling, ZoneId.of("Asia/Shanghai")));
    }

    private void answer(String query, Map<String, String> tags, String columns, @Nullable Object[]... rows) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            values.add(Arrays.asList(row));
        }
        answers.computeIfAbsent(query, q -> new ArrayList<>())
                .add(new Answer("m", tags, List.of(columns.split(",")), values));
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static Panel panel(Look look, Field field) {
        return Panel.of("标题", "说明", look, field);
    }

    @Test
    void linesHaveNamesColoursDashesAndMarks() {
        answer("a", Map.of("level", "course"), "time,mean", row(FROM, 50.0), row(FROM + DAY, 60L), row(FROM, null));
        answer("t", Map.of(), "time,target", row(FROM, 90.0));
        answer("u", Map.of(), "time,suffix", row(0L, "percent"));
        answer("marks", Map.of(), "time,title,text,step", row(FROM + DAY, "预警：低", "说明", "raised"));
        Panel panel = panel(
                        new Look.TimeSeries(false, true),
                        Field.of("none", Palette.LINE).within(0, 100))
                .asking(Target.series("A", "a", "$tag_level"), Target.series("B", "t", "目标值"), Target.table("U", "u"))
                .through(Transform.unitFrom("U", "suffix"))
                .except(
                        Except.named("course").called("课程"),
                        Except.named("目标值")
                                .colored(Palette.TARGET)
                                .with("custom.lineStyle", Map.of("dash", List.of(12, 4))));
        assertThat(view(panel, new Annotation("预警", "marks", Palette.IN_WARNING)))
                .isEqualTo(new View.Lines(
                        FROM,
                        NOW.toEpochMilli(),
                        new Measure(1, "%", 2, false),
                        new View.Range(0.0, 100.0),
                        false,
                        List.of(
                                new View.Line(
                                        "课程",
                                        "line",
                                        List.of(),
                                        List.of(new Sample(FROM, 50), new Sample(FROM + DAY, 60))),
                                new View.Line("目标值", "target", List.of(12, 4), List.of(new Sample(FROM, 90)))),
                        List.of(new View.Mark(FROM + DAY, "预警", "预警：低\n说明", "in-warning"))));
    }

    @Test
    void rowsAreMergedSortedWordedAndLinked() {
        String columns = "time,级别,名称,link";
        answer("a", Map.of(), columns, row(FROM, 3L, "甲", "http://h/warnings/1"), row(FROM, 4L, "乙", "javascript:x"));
        answer("b", Map.of(), columns, row(FROM, null, "丙", ""), row(FROM + DAY, 5L, "丁", ""));
        Panel panel = panel(new Look.Table(), Field.of("none", Palette.LINE).otherwise("没有"))
                .asking(Target.table("A", "a"), Target.table("B", "b"))
                .through(Transform.MERGE, Transform.sort("级别", true), Transform.order(List.of("名称", "级别")))
                .except(
                        Except.named("Time").called("提出").unit("time:YYYY-MM-DD"),
                        Except.matching("link|none").hidden(),
                        Except.named("级别").mapped(Palette.SEVERITIES),
                        Except.named("名称").linked(Link.to("看", "${__data.fields.link}")));
        View.Table table = (View.Table) view(panel);
        assertThat(table.columns()).extracting(View.Column::name).containsExactly("名称", "级别", "提出");
        assertThat(table.rows())
                .extracting(row -> row.stream().map(View.Cell::text).toList())
                .containsExactly(
                        List.of("丁", "5", "2026-11-14"),
                        List.of("乙", "红色", "2026-11-13"),
                        List.of("甲", "橙色", "2026-11-13"),
                        List.of("丙", "—", "2026-11-13"));
        assertThat(table.rows().get(1).get(1).color()).isEqualTo("red");
        assertThat(table.rows().get(1).get(0).ways()).isEmpty();
        assertThat(table.rows().get(2).get(0).ways()).containsExactly(new View.Way("看", "/warnings/1"));
    }

    /** Who wants more chooses less. */
    @Test
    void whatIsTooLongIsCutAndSaysHowMuchThereIs() {
        for (int i = 0; i < 400; i++) {
            answer("a", Map.of("name", "n" + i), "time,值", row(FROM, (double) i));
            answer("s", Map.of("name", "n" + i), "time,min", row(FROM, 1L));
        }
        Field field = Field.of("none", Palette.TARGET);
        Target target = Target.table("A", "a");
        Transform keep = Transform.keep(List.of("name", "值"));
        Transform falling = Transform.sort("值", true);
        View.Table table =
                (View.Table) view(panel(new Look.Table(), field).asking(target).through(keep, falling));
        assertThat(table.rows()).hasSize(300);
        assertThat(table.all()).isEqualTo(400);
        View.Gauges gauges = (View.Gauges)
                view(panel(new Look.BarGauge(), field).asking(target).through(keep, falling));
        assertThat(gauges.gauges()).hasSize(300);
        assertThat(gauges.gauges().get(0).text()).isEqualTo("399");
        assertThat(gauges.all()).isEqualTo(400);
        View.Bars bars = (View.Bars) view(panel(new Look.BarChart("name", false, true), field)
                .asking(target)
                .through(keep, falling));
        assertThat(bars.names()).hasSize(300).startsWith("n399");
        assertThat(bars.bars().get(0).values()).hasSize(300).startsWith(399.0);
        assertThat(bars.all()).isEqualTo(400);
        View.States states = (View.States)
                view(panel(new Look.StateTimeline(true), field).asking(Target.series("A", "s", "$tag_name")));
        assertThat(states.rows()).hasSize(300);
        assertThat(states.all()).isEqualTo(400);
    }

    @Test
    void aCellMayHaveABar() {
        answer("a", Map.of("unit", "x"), "time,达成度", row(0L, 75.0));
        Panel panel = panel(new Look.Table(), Field.of("none", Palette.LINE))
                .asking(Target.table("A", "a"))
                .except(
                        Except.matching("Time|unit").hidden(),
                        Except.named("达成度")
                                .unit("percent")
                                .with("min", 50)
                                .with("max", 100)
                                .with("custom.displayMode", "basic")
                                .colored(Palette.TARGET));
        assertThat(((View.Table) view(panel)).rows())
                .containsExactly(List.of(new View.Cell("75%", "target", 0.5, List.of())));
    }

    @Test
    void statesLastUntilTheNextIsKnown() {
        answer(
                "a",
                Map.of("point", "甲"),
                "time,min",
                row(FROM - DAY, 4L),
                row(FROM + DAY, 4L),
                row(FROM + 2 * DAY, 1L));
        Panel panel = panel(
                        new Look.StateTimeline(true),
                        Field.of("none", Palette.UNKNOWN).mapped(Palette.BANDS))
                .asking(Target.series("A", "a", "$tag_point"));
        assertThat(view(panel))
                .isEqualTo(new View.States(
                        FROM,
                        NOW.toEpochMilli(),
                        true,
                        List.of(new View.Row(
                                "甲",
                                List.of(
                                        new View.Phase(FROM, FROM + 2 * DAY, 0),
                                        new View.Phase(FROM + 2 * DAY, NOW.toEpochMilli(), 1)))),
                        List.of(new View.Shade("达到目标", "on-target"), new View.Shade("预警", "in-warning")),
                        1));
    }

    @Test
    void barsAndGaugesAreOfTheKeptFields() {
        answer("a", Map.of("unit_name", "甲"), "time,现在,去年", row(0L, 80.0, 70L));
        answer("a", Map.of("unit_name", "乙"), "time,现在,去年", row(0L, 90.0, null));
        Field percent = Field.of("percent", Palette.TARGET).within(0, 100);
        Target target = Target.table("A", "a");
        Transform keep = Transform.keep(List.of("unit_name", "现在", "去年"));
        Panel bars = panel(new Look.BarChart("unit_name", false, true), percent)
                .asking(target)
                .through(keep, Transform.sort("现在", true))
                .except(Except.named("去年").colored(Palette.QUIET));
        assertThat(view(bars))
                .isEqualTo(new View.Bars(
                        new Measure(1, "%", 2, false),
                        new View.Range(0.0, 100.0),
                        true,
                        false,
                        List.of("乙", "甲"),
                        List.of(
                                new View.Bar("现在", "target", List.of(90.0, 80.0)),
                                new View.Bar("去年", "quiet", Arrays.asList(null, 70.0))),
                        2));
        Panel gauges =
                panel(new Look.BarGauge(), percent).asking(target).through(Transform.keep(List.of("unit_name", "现在")));
        assertThat(((View.Gauges) view(gauges)).gauges())
                .containsExactly(new View.Gauge("甲", "80%", "target", 0.8), new View.Gauge("乙", "90%", "target", 0.9));
    }

    @Test
    void figuresSayTheLastValue() {
        answer("a", Map.of("level", "course"), "time,last", row(FROM, 50.0), row(FROM + DAY, 61.25));
        Panel panel = panel(
                        new Look.Stat(true, true),
                        Field.of("percent", Palette.TARGET).decimals(1))
                .asking(Target.series("A", "a", "$tag_level"))
                .except(Except.named("course").called("课程").linked(Link.to("课程层面", "/d/zhengai-course")));
        assertThat(view(panel))
                .isEqualTo(new View.Figures(List.of(new View.Figure(
                        "课程",
                        "61.3%",
                        "target",
                        List.of(new View.Way("课程层面", "/boards/zhengai-course")),
                        List.of(new Sample(FROM, 50), new Sample(FROM + DAY, 61.25))))));
    }

    @Test
    void whereNothingIsThereItSaysWhy() {
        Field field = Field.of("none", Palette.TARGET);
        Target target = Target.series("A", "none", "x");
        assertThat(view(panel(new Look.Stat(false, false), field).asking(target)))
                .isInstanceOfSatisfying(
                        View.Nothing.class, n -> assertThat(n.text()).isEqualTo("没有数据"));
        assertThat(view(panel(new Look.Stat(false, false), field.otherwise("0")).asking(target)))
                .isInstanceOf(View.Figures.class);
        assertThat(view(panel(new Look.Table(), field.otherwise("没有预警")).asking(Target.table("A", "none"))))
                .isInstanceOfSatisfying(
                        View.Nothing.class, n -> assertThat(n.text()).isEqualTo("没有预警"));
        assertThat(view(panel(new Look.Pie(false), field).asking(target))).isInstanceOf(View.Nothing.class);
    }

    @Test
    void aTransformNobodyDoesIsRefused() {
        Panel panel = panel(new Look.Table(), Field.of("none", Palette.LINE))
                .asking(Target.table("A", "a"))
                .through(new Transform("pivot", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> view(panel));
    }
}
