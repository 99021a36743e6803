package cn.zhengai.dashboards.board;

import cn.zhengai.core.reading.Reason;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Mapping;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Transform;
import java.util.Arrays;
import java.util.List;

/** For the information centre: does the platform itself work, and do the sources supply. */
final class PlatformBoard {
    private static final String EVERY = "WHERE $timeFilter GROUP BY time($__interval)";

    /** Rises and sums of many series: ten minutes of a day each. */
    private static final int STEPS = 144;

    private PlatformBoard() {}

    static Dashboard dashboard() {
        Layout layout = new Layout();
        layout.row(4)
                .put(4, published())
                .put(4, lag())
                .put(4, figure("待办工作", "zhengai_work_left", "还没判断的采集值、没分发的事实、没发出的通知；持续增长就是处理不过来。"))
                .put(4, figure("待处理拒收", "zhengai_rejections_open", "没有人处理的拒收行；到诊改平台的数据来源页处理。"))
                .put(4, unaddressed())
                .put(4, silent());
        layout.row(9)
                .put(8, source("最新采集值距今", "zhengai_source_age_seconds", "s", "每个来源最新的采集值有多旧；超过采集周期就问数据负责单位。"))
                .put(8, ratio("应到已到", "zhengai_source_complete_ratio", "最近 30 个上课日应到的值里到了多少；偏低看缺哪些质控点。"))
                .put(8, ratio("迟到比例", "zhengai_source_late_ratio", "到期之后才到的值的比例；偏高就调早导出或放宽期限。"));
        layout.row(9).put(12, taken()).put(12, reasons());
        layout.row(9).put(12, delivered()).put(12, slowest());
        layout.row(9).put(8, warnerLag()).put(8, cpu()).put(8, memory());
        return new Dashboard(
                Boards.PLATFORM,
                "平台健康",
                "平台是否正常工作，各数据来源是否按时供数。",
                "now-24h",
                List.of(),
                List.of(),
                Boards.neighbours(),
                layout.panels());
    }

    private static Panel published() {
        return Panel.of(
                        "最近发布",
                        "看板上的结果是什么时候发布的；超过一个多小时，说明发布停了，看服务日志。",
                        new Look.Stat(false, false),
                        Field.of("time:MM-DD HH:mm", Palette.TARGET).otherwise("没有发布"))
                .asking(Target.series("A", "SELECT last(\"at\") FROM \"publication\"", "最近发布"));
    }

    private static Panel lag() {
        return stat("预警计算落后", "预警计算比收到的采集值落后多久；超过一分钟就不能算及时。", "s")
                .asking(Target.series("A", worst("zhengai_warner_lag_seconds"), "落后"));
    }

    /** The largest of all instances, over time. */
    private static String worst(String metric) {
        return "SELECT max(\"n\") FROM (SELECT last(\"value\") AS \"n\" FROM \"" + metric + "\" " + EVERY
                + ", \"instance\" fill(none)) " + EVERY + " fill(none)";
    }

    private static Panel unaddressed() {
        return Panel.of(
                        "无处可寄",
                        "各实例启动以来找不到收件地址的通知；给单位或上级写联系方式。",
                        new Look.Stat(false, false),
                        Field.of("none", Palette.TARGET).decimals(0).otherwise("0"))
                .asking(Target.series(
                        "A",
                        "SELECT sum(\"n\") FROM (SELECT last(\"value\") AS \"n\" FROM \"zhengai_notices_unaddressed\" WHERE $timeFilter GROUP BY \"instance\")",
                        "无处可寄"));
    }

    private static Panel figure(String title, String metric, String description) {
        return stat(title, description, "none").asking(Target.series("A", last(metric), title));
    }

    private static Panel stat(String title, String description, String unit) {
        return Panel.of(
                title,
                description,
                new Look.Stat(false, false),
                Field.of(unit, Palette.TARGET).decimals(0).otherwise("没有数据"));
    }

    private static String last(String metric) {
        return "SELECT last(\"value\") FROM \"" + metric + "\" WHERE $timeFilter";
    }

    private static Panel silent() {
        return Panel.of(
                        "逾期未到的序列",
                        "各来源合计逾期没有来数据的序列；已通知数据负责单位。",
                        new Look.Stat(false, false),
                        Field.of("none", Palette.IN_WARNING).decimals(0).otherwise("没有数据"))
                .asking(Target.series(
                        "A",
                        "SELECT sum(\"n\") FROM (SELECT last(\"value\") AS \"n\" FROM \"zhengai_source_series_silent\" WHERE $timeFilter GROUP BY \"source\")",
                        "逾期"));
    }

    private static Panel source(String title, String metric, String unit, String description) {
        return bars(title, description, Field.of(unit, Palette.LINE).from(0), metric, true);
    }

    private static Panel ratio(String title, String metric, String description) {
        return bars(
                title,
                description,
                Field.of("percentunit", Palette.TARGET).decimals(1).within(0, 1),
                metric,
                metric.contains("late"));
    }

    /** A source is one bar, with the name it has now. */
    private static Panel bars(String title, String description, Field field, String metric, boolean highFirst) {
        return Panel.of(title, description, new Look.BarGauge(), field)
                .asking(Target.table(
                        "A",
                        "SELECT last(\"value\") AS \"值\", \"source_name\" AS \"来源\" FROM \"" + metric
                                + "\" WHERE $timeFilter GROUP BY \"source\""))
                .through(Transform.keep(List.of("来源", "值")), Transform.sort("值", highFirst));
    }

    private static Panel taken() {
        return Panel.of(
                        "接收和拒收",
                        "每段时间接收的采集值和拒收的行；接收停了、拒收多了都要查来源。",
                        new Look.TimeSeries(true, true),
                        Field.of("none", Palette.TARGET).decimals(0).from(0))
                .atMost(STEPS)
                .asking(
                        Target.series("A", sumOfRise("zhengai_intake_accepted", "value", "\"source\", \"way\""), "接收"),
                        Target.series(
                                "B", sumOfRise("zhengai_intake_rejected", "value", "\"source\", \"reason\""), "拒收"))
                .except(Lines.dashed("拒收", Palette.IN_WARNING, 8, 6));
    }

    private static Panel reasons() {
        return Panel.of(
                        "拒收原因",
                        "各实例启动以来按原因拒收的行；突然增多多半是来源改了格式。",
                        new Look.BarGauge(),
                        Field.of("none", Palette.LINE).decimals(0).from(0).otherwise("没有拒收"))
                .asking(
                        Target.table(
                                "A",
                                "SELECT sum(\"n\") AS \"行\" FROM (SELECT last(\"value\") AS \"n\" FROM \"zhengai_intake_rejected\" WHERE $timeFilter GROUP BY \"instance\", \"source\", \"reason\") GROUP BY \"reason\""))
                .through(Transform.keep(List.of("reason", "行")), Transform.sort("行", true))
                .except(Except.named("reason")
                        .mapped(Arrays.stream(Reason.values())
                                .map(reason -> new Mapping(reason.name(), reason.chinese(), Palette.LINE))
                                .toList()));
    }

    private static Panel delivered() {
        return Panel.of(
                        "发出的通知",
                        "每段时间发出、推迟和被拒收的通知；推迟增长查邮件服务器，被拒收核对地址。",
                        new Look.TimeSeries(true, true),
                        Field.of("none", Palette.TARGET).decimals(0).from(0))
                .atMost(STEPS)
                .asking(
                        Target.series("A", sumOfRise("zhengai_notices_delivered", "count", "\"channel\""), "发出"),
                        Target.series("B", sumOfRise("zhengai_notices_postponed", "value", "\"channel\""), "推迟"),
                        Target.series("C", sumOfRise("zhengai_notices_refused", "value", "\"channel\""), "被拒收"))
                .except(
                        Lines.dashed("推迟", Palette.BELOW_STANDARD, 8, 6),
                        Lines.dashed("被拒收", Palette.IN_WARNING, 3, 4));
    }

    /** By how much counters rose, all together; where one began anew what it counted until the next window is left out. */
    private static String sumOfRise(String counter, String field, String tags) {
        return "SELECT sum(\"n\") FROM (SELECT non_negative_difference(last(\"" + field + "\")) AS \"n\" FROM \""
                + counter + "\" " + EVERY + ", \"instance\", " + tags + " fill(none)) " + EVERY + " fill(none)";
    }

    private static Panel slowest() {
        return Panel.of(
                        "送达用时",
                        "从收到采集值到交出通知，平均和最慢；变慢时先看邮件服务器。",
                        new Look.TimeSeries(true, true),
                        Field.of("ms", Palette.TARGET).from(0))
                .asking(
                        Target.series(
                                "A",
                                "SELECT mean(\"mean\") FROM \"zhengai_notices_delivered\" " + EVERY + " fill(none)",
                                "平均"),
                        Target.series(
                                "B",
                                "SELECT max(\"upper\") FROM \"zhengai_notices_delivered\" " + EVERY + " fill(none)",
                                "最慢"))
                .except(Lines.dashed("最慢", Palette.IN_WARNING, 8, 6));
    }

    private static Panel warnerLag() {
        return Panel.of(
                        "预警计算落后走势",
                        "随时间的落后；补录历史时会升高，之后应回到零。",
                        new Look.TimeSeries(false, false),
                        Field.of("s", Palette.LINE).from(0))
                .asking(Target.series(
                        "A",
                        "SELECT max(\"value\") FROM \"zhengai_warner_lag_seconds\" " + EVERY
                                + ", \"instance\" fill(none)",
                        "$tag_instance"));
    }

    private static Panel cpu() {
        return Panel.of(
                        "处理器占用",
                        "各实例占用的处理器；长期接近 100% 时看是不是在补录历史。",
                        new Look.TimeSeries(false, false),
                        Field.of("percentunit", Palette.LINE).within(0, 1))
                .asking(Target.series(
                        "A",
                        "SELECT mean(\"value\") FROM \"process_cpu_usage\" " + EVERY + ", \"instance\" fill(none)",
                        "$tag_instance"));
    }

    private static Panel memory() {
        return Panel.of(
                        "内存",
                        "各实例堆和堆外已用的内存；长期接近上限就加大内存。",
                        new Look.TimeSeries(false, true),
                        Field.of("bytes", Palette.LINE).from(0))
                .atMost(STEPS)
                .asking(Target.series(
                        "A",
                        "SELECT sum(\"b\") FROM (SELECT last(\"value\") AS \"b\" FROM \"jvm_memory_used\" " + EVERY
                                + ", \"instance\", \"area\", \"id\" fill(none)) " + EVERY + ", \"instance\" fill(none)",
                        "$tag_instance"));
    }
}
