package cn.zhengai.dashboards.board;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.ShownCounts;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Transform;
import java.util.List;

/** Of teachers or students: how many stand where, and nobody in particular. */
final class PersonsBoard {
    private final Level level;
    private final String of;

    PersonsBoard(Level level) {
        this.level = level;
        this.of = "FROM \"share\" WHERE \"level\" = '" + Boards.tag(level) + "'";
    }

    Dashboard dashboard() {
        SharePanels shares = new SharePanels(level);
        Layout layout = new Layout();
        layout.row(4)
                .put(5, shares.met())
                .put(5, shares.lastYear())
                .put(5, shares.total())
                .put(4, shares.unknown())
                .put(5, open());
        layout.row(10).put(12, shares.units()).put(12, shares.points());
        layout.row(10).put(14, composition()).put(10, distribution());
        layout.row(10).put(14, trend()).put(10, lines());
        layout.row(4).put(24, privacy());
        return new Dashboard(
                Boards.uid(level),
                level.chinese() + "层面",
                level.chinese() + "层面只看人数和比例：哪些质控点、哪些部门整体偏低，需要改进措施。",
                "now-1y",
                List.of(Variables.unit(level), Variables.point(level)),
                List.of(),
                Boards.neighbours(),
                layout.panels());
    }

    private Panel open() {
        return Panel.of(
                        "全校预警人次",
                        "还没有解除的预警；不足 " + ShownCounts.SMALLEST_GROUP + " 人的质控点不计入。到诊改平台按权限查看。",
                        new Look.Stat(false, false),
                        Field.of("none", Palette.IN_WARNING).decimals(0))
                .asking(Target.series(
                        "A",
                        "SELECT last(\"open\") FROM \"open_warnings\" WHERE \"level\" = '" + Boards.tag(level)
                                + "' AND $timeFilter",
                        "预警人次"));
    }

    private Panel composition() {
        return Panel.of(
                        "各质控点人数",
                        "所选单位每个质控点达标、未达标（含预警）和没有数据的人数。",
                        new Look.BarChart("point_name", true, true),
                        Field.of("none", Palette.TARGET).decimals(0).from(0))
                .asking(
                        Target.table(
                                "A",
                                "SELECT last(\"met\") AS \"达标\", \"not_met\" AS \"未达标\", \"unknown\" AS \"没有数据\" " + of
                                        + " AND \"unit\" = '${unit:raw}' AND \"point\" != 'all' AND $timeFilter GROUP BY \"point_name\""))
                .through(
                        Transform.keep(List.of("point_name", "达标", "未达标", "没有数据")),
                        Transform.order(List.of("point_name", "达标", "未达标", "没有数据")))
                .except(
                        Except.named("达标").colored(Palette.ON_TARGET),
                        Except.named("未达标").colored(Palette.BELOW_STANDARD),
                        Except.named("没有数据").colored(Palette.UNKNOWN),
                        Except.named("point_name").called("质控点"));
    }

    private Panel distribution() {
        String last = of + " AND \"unit\" = '${unit:raw}' AND \"point\" = '${point:raw}' AND $timeFilter";
        return Panel.of(
                        "分布：$point",
                        "所选质控点的人数分布。某一段只有 1 到 4 人时与相邻的段合并，只显示达标和未达标。",
                        new Look.Pie(false),
                        Field.of("none", Palette.QUIET).decimals(0).bySeries().otherwise("不显示"))
                .asking(
                        Target.series("A", "SELECT last(\"met\") " + last, "达标"),
                        Target.series("B", "SELECT last(\"not_met\") " + last, "未达标"),
                        Target.series("C", "SELECT last(\"unknown\") " + last, "没有数据"))
                .except(
                        Except.named("达标").colored(Palette.ON_TARGET),
                        Except.named("未达标").colored(Palette.BELOW_STANDARD),
                        Except.named("没有数据").colored(Palette.UNKNOWN));
    }

    private Panel trend() {
        String where = " AND \"point\" = '${point:raw}' AND $timeFilter GROUP BY " + Boards.DAYS + " fill(none)";
        return Panel.of(
                        "达标率走势：$point",
                        "所选单位与全校相比；低于全校而且拉开距离时，到诊改平台看原因。人数太少、不能显示的日子没有点。",
                        new Look.TimeSeries(false, true),
                        Field.of("percent", Palette.TARGET))
                .asking(
                        Target.series(
                                "A",
                                "SELECT mean(\"share_met\") " + of + " AND \"unit\" = '${unit:raw}'" + where,
                                "所选单位"),
                        Target.series(
                                "B", "SELECT mean(\"share_met\") " + of + " AND \"kind\" = 'committee'" + where, "全校"))
                .except(Lines.dashed("全校", Palette.QUIET, 6, 4));
    }

    private Panel lines() {
        return Panel.of(
                        "目标值、标准值、预警值",
                        "本层面每个质控点今天有效的三条线。",
                        new Look.Table(),
                        Field.of("none", Palette.LINE).otherwise("—"))
                .asking(Target.table(
                        "A",
                        "SELECT \"name\" AS \"质控点\", \"target_text\" AS \"目标值\", \"standard_text\" AS \"标准值\", \"warning_text\" AS \"预警值\" FROM \"control_point\" WHERE \"level\" = '"
                                + Boards.tag(level) + "' AND \"active\" = true"))
                .except(
                        Except.named("Time").hidden(),
                        Except.matching("目标值|标准值|预警值").atLeast(84));
    }

    private Panel privacy() {
        return Panel.of(
                "这里看不到个人",
                "为什么只有人数和比例。",
                new Look.Text("""
                        - 这里只有人数和比例，没有任何LEVEL的姓名、编号和数值；不足 FEW 人的单位不显示，1 到 4 人的状态与相邻状态合并。
                        - 需要了解个人情况的，请登录诊改平台，按权限查看。
                        """.replace("LEVEL", level.chinese())
                        .replace("FEW", String.valueOf(ShownCounts.SMALLEST_GROUP))),
                Field.of("none", Palette.QUIET));
    }
}
