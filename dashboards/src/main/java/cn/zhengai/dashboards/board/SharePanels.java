package cn.zhengai.dashboards.board;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Transform;
import java.util.List;

/** Shares of a level: one figure, by department, by point. */
final class SharePanels {
    private final String of;
    private final String whole;

    SharePanels(Level level) {
        this.of = "FROM \"share\" WHERE \"level\" = '" + Boards.tag(level) + "'";
        this.whole = of + " AND \"unit\" = '${unit:raw}' AND \"point\" = 'all' AND $timeFilter";
    }

    Panel met() {
        return share("达标率", "share_met", "所选单位有采集值的序列里达到标准值的百分比，包括达到目标的；教师和学生只汇总可以显示的质控点。", Palette.TARGET);
    }

    Panel target() {
        return share("达到目标率", "share_target", "所选单位有采集值的序列里达到目标值的百分比。", Palette.TARGET);
    }

    Panel lastYear() {
        return share("去年同期达标率", "share_met_last_year", "去年今天的达标率，用来比较。", Palette.QUIET);
    }

    private Panel share(String title, String field, String description, String color) {
        return Panel.of(
                        title,
                        description,
                        new Look.Stat(false, true),
                        Field.of("percent", color).decimals(1).within(0, 100).otherwise("不显示"))
                .asking(Target.series("A", "SELECT \"" + field + "\" " + whole, title));
    }

    Panel unknown() {
        return Panel.of(
                        "没有数据",
                        "还没有任何采集值的序列；没有数据不算达标，应催报。",
                        new Look.Stat(false, false),
                        Field.of("none", Palette.QUIET).decimals(0).otherwise("不显示"))
                .asking(Target.series("A", "SELECT last(\"unknown\") " + whole, "没有数据"));
    }

    Panel total() {
        return Panel.of(
                        "纳入的序列",
                        "所选单位显示出来的序列数，一人一个质控点算一条。",
                        new Look.Stat(false, false),
                        Field.of("none", Palette.QUIET).decimals(0).otherwise("不显示"))
                .asking(Target.series("A", "SELECT last(\"total\") " + whole, "纳入的序列"));
    }

    Panel units() {
        return Panel.of(
                        "各部门达标率",
                        "从高到低，旁边是去年同期；落后又在下降的部门先过问。",
                        new Look.BarChart("unit_name", false, true),
                        Field.of("percent", Palette.TARGET).decimals(0).within(0, 100))
                .asking(
                        Target.table(
                                "A",
                                "SELECT last(\"share_met\") AS \"现在\", \"share_met_last_year\" AS \"去年同期\" " + of
                                        + " AND \"point\" = 'all' AND \"kind\" = 'department' AND $timeFilter GROUP BY \"unit_name\""))
                .through(
                        Transform.keep(List.of("unit_name", "现在", "去年同期")),
                        Transform.order(List.of("unit_name", "现在", "去年同期")),
                        Transform.sort("现在", true))
                .except(
                        Except.named("去年同期").colored(Palette.QUIET),
                        Except.named("unit_name").called("部门"));
    }

    Panel points() {
        return Panel.of(
                        "各质控点达标率",
                        "所选单位的质控点，差的在前；排在最前的就是最需要改进的。",
                        new Look.BarGauge(),
                        Field.of("percent", Palette.TARGET).decimals(1).within(0, 100))
                .asking(
                        Target.table(
                                "A",
                                "SELECT last(\"share_met\") AS \"达标率\" " + of
                                        + " AND \"unit\" = '${unit:raw}' AND \"point\" != 'all' AND $timeFilter GROUP BY \"point_name\""))
                .through(Transform.keep(List.of("point_name", "达标率")), Transform.sort("达标率", false));
    }
}
