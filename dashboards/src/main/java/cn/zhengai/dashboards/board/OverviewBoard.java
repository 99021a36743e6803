package cn.zhengai.dashboards.board;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.dashboards.grafana.Annotation;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Link;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Transform;
import cn.zhengai.dashboards.grafana.Variable;
import java.util.Arrays;
import java.util.List;

/** For the president and the committee: where the college stands this year, and who has to act. */
final class OverviewBoard {
    private static final String OPEN = """
            SELECT sum("COUNT") FROM (SELECT last("COUNT") AS "COUNT" FROM "open_warnings" WHERE $timeFilter GROUP BY "level", "department")""";

    private static final String UNITS = "\"cycle\" = '${cycle:raw}' AND \"kind\" = 'department' GROUP BY \"unit\"";

    private OverviewBoard() {}

    static Dashboard dashboard() {
        Layout layout = new Layout();
        layout.row(5)
                .put(12, levels())
                .put(4, open("未解除预警", "open", "所有层面还没有解除的预警；教师、学生只计人数不少于 5 的质控点。点开下面的表逐条处理。"))
                .put(4, open("其中橙色", "orange", "数值越过预警值、还没有回到标准值的预警，不含教师和学生。"))
                .put(4, open("未答复", "unanswered", "还没有人确认原因和措施的预警，不含教师和学生。责任部门应先答复。"));
        layout.row(12).put(12, ranking()).put(12, comparison());
        layout.row(10).put(6, grades()).put(9, pace()).put(9, trend());
        layout.row(10).put(12, losses()).put(12, openByDepartment());
        layout.row(13).put(24, schoolBands());
        layout.row(11)
                .put(24, WarningTable.open("未解除的预警", "按提出时间，新的在前。点“级别”到诊改平台答复，点质控点或主体看它的序列。", "\"level\" =~ /./"));
        return new Dashboard(
                Boards.OVERVIEW,
                "学校总览",
                "全校今年走到哪一步，哪些部门、哪些质控点需要马上过问。",
                "now-1y",
                List.of(
                        Variable.of(
                                "cycle",
                                "诊改周期",
                                "SHOW TAG VALUES FROM \"achievement\" WITH KEY = \"cycle\"",
                                "",
                                Variable.Order.FALLING),
                        Variable.of(
                                        "root",
                                        "全校",
                                        "SHOW TAG VALUES FROM \"org_unit\" WITH KEY = \"unit\" WHERE \"kind\" = 'committee'",
                                        "",
                                        Variable.Order.AS_FOUND)
                                .following(Variable.Chosen.FIRST)),
                List.of(
                        new Annotation(
                                "学校层面预警",
                                "SELECT \"title\", \"text\", \"step\" FROM \"warning_fact\" WHERE \"level\" = 'school' AND \"step\" = 'raised' AND \"scope\" = ':${root:raw}:' AND $timeFilter",
                                Palette.IN_WARNING),
                        new Annotation(
                                "更正和撤销",
                                "SELECT \"title\", \"text\", \"step\" FROM \"warning_fact\" WHERE \"step\" =~ /corrected|withdrawn/ AND $timeFilter ORDER BY time DESC LIMIT 100",
                                Palette.QUIET)),
                Boards.neighbours(),
                layout.panels());
    }

    private static Panel levels() {
        return Panel.of(
                        "各层面达标率",
                        "有采集值的序列里达到标准值的百分比。点一个层面看它的部门和质控点。",
                        new Look.Stat(true, true),
                        Field.of("percent", Palette.TARGET).decimals(1).within(0, 100))
                .asking(eachLevel("last"))
                .except(Arrays.stream(Level.values())
                        .map(level -> Except.named(level.chinese())
                                .linked(Link.to(
                                        level.chinese() + "层面", Boards.path(Boards.uid(level)) + "?" + Boards.SPAN)))
                        .toArray(Except[]::new));
    }

    /** A question a level, so that they stand in their order and not in that of their names. */
    private static Target[] eachLevel(String function) {
        return Arrays.stream(Level.values())
                .map(level -> Target.series(
                        Boards.tag(level),
                        "SELECT " + function + "(\"share_met\") FROM \"share\" WHERE \"level\" = '" + Boards.tag(level)
                                + "' AND \"kind\" = 'committee' AND \"point\" = 'all' AND $timeFilter GROUP BY "
                                + Boards.DAYS + " fill(none)",
                        level.chinese()))
                .toArray(Target[]::new);
    }

    private static Panel open(String title, String field, String description) {
        return Panel.of(
                        title,
                        description,
                        new Look.Stat(false, false),
                        Field.of("none", Palette.IN_WARNING).decimals(0))
                .asking(Target.series("A", OPEN.replace("COUNT", field), title));
    }

    private static Panel ranking() {
        return Panel.of(
                        "部门目标达成度",
                        "本周期各部门的目标达成度和等级，从高到低；未测得的目标按 0 计。点部门看得分依据。",
                        new Look.Table(),
                        Field.of("none", Palette.LINE).otherwise("—"))
                .asking(Target.table(
                        "A",
                        "SELECT last(\"achievement\") AS \"目标达成度\", \"rank\" AS \"名次\", \"name\" AS \"部门\", \"grade_rank\" AS \"等级\", \"change\" AS \"比上年\", \"unknown_goals\" AS \"未测得\", \"link\" FROM \"achievement\" WHERE "
                                + UNITS))
                .through(
                        Transform.order(List.of("名次", "部门", "目标达成度", "等级", "比上年", "未测得", "link", "unit", "Time")),
                        Transform.sort("名次", false))
                .except(
                        Except.matching("Time|unit|link").hidden(),
                        Except.named("名次").width(54),
                        Except.named("部门").atLeast(120).linked(new Link("得分依据（诊改平台）", "${__data.fields.link}", true)),
                        Except.named("目标达成度")
                                .atLeast(130)
                                .unit("percent")
                                .with("decimals", 2)
                                .with("min", 0)
                                .with("max", 100)
                                .with("custom.displayMode", "basic")
                                .colored(Palette.TARGET),
                        WarningTable.colored(Except.named("等级").mapped(Palette.GRADES))
                                .width(76),
                        Except.named("比上年").with("decimals", 2).width(70),
                        Except.named("未测得").width(66));
    }

    private static Panel comparison() {
        return Panel.of(
                        "今年与上年",
                        "各部门本周期的目标达成度与上一周期的结果；本周期还在进行时，差距说明还要完成多少。",
                        new Look.BarChart("部门", false, true),
                        Field.of("percent", Palette.TARGET).decimals(1).within(0, 100))
                .asking(Target.table(
                        "A",
                        "SELECT last(\"achievement\") AS \"本周期\", \"last_year\" AS \"上一周期\", \"name\" AS \"部门\" FROM \"achievement\" WHERE "
                                + UNITS))
                .through(
                        Transform.keep(List.of("部门", "本周期", "上一周期")),
                        Transform.order(List.of("部门", "本周期", "上一周期")),
                        Transform.sort("本周期", true))
                .except(Except.named("上一周期").colored(Palette.QUIET));
    }

    private static Panel grades() {
        String count = "SELECT count(\"g\") FROM (SELECT last(\"grade_rank\") AS \"g\" FROM \"achievement\" WHERE "
                + UNITS + ") WHERE \"g\" = ";
        return Panel.of(
                        "部门等级分布",
                        "达标 90 分及以上，基本达标 80 到 90 分，不达标不足 80 分（《办法》第十一条）。",
                        new Look.Pie(false),
                        Field.of("none", Palette.QUIET).decimals(0).bySeries())
                .asking(
                        Target.series("A", count + 3, "达标"),
                        Target.series("B", count + 2, "基本达标"),
                        Target.series("C", count + 1, "不达标"))
                .except(
                        Except.named("达标").colored(Palette.ON_TARGET),
                        Except.named("基本达标").colored(Palette.BELOW_STANDARD),
                        Except.named("不达标").colored(Palette.IN_WARNING));
    }

    private static Panel pace() {
        String what = "FROM \"pace\" WHERE \"cycle\" = '${cycle:raw}' AND \"unit\" = '${root:raw}' AND $timeFilter";
        return Panel.of(
                        "任务进度",
                        "全校目标任务已完成的百分比，与按到期日应完成的曲线相比；实线低于虚线就是落后。",
                        new Look.TimeSeries(true, true),
                        Field.of("percent", Palette.TARGET).within(0, 100))
                .asking(
                        Target.series("A", "SELECT \"done\" " + what, "已完成"),
                        Target.series("B", "SELECT \"expected\" " + what, "应完成"))
                .except(Lines.dashed("应完成", Palette.QUIET, 8, 6));
    }

    private static Panel trend() {
        return Panel.of(
                        "各层面达标率走势",
                        "每天的达标率；明显下降时到那个层面看是哪些质控点。",
                        new Look.TimeSeries(false, true),
                        Field.of("percent", Palette.TARGET).bySeries())
                .asking(eachLevel("mean"))
                .except(Lines.levels());
    }

    private static Panel losses() {
        return Panel.of(
                        "失分最多的目标",
                        "本周期让部门达成度降低最多的目标；先把这些做完，达成度升得最快。点目标看得分依据。",
                        new Look.Table(),
                        Field.of("none", Palette.LINE).otherwise("—"))
                .asking(
                        Target.table(
                                "A",
                                "SELECT last(\"loss\") AS \"失分\", \"unit_name\" AS \"部门\", \"name\" AS \"目标\", \"achievement\" AS \"达成度\", \"link\" FROM \"goal\" WHERE \"cycle\" = '${cycle:raw}' GROUP BY \"unit\", \"goal\""))
                .through(
                        Transform.order(List.of("部门", "目标", "达成度", "失分", "link", "unit", "goal", "Time")),
                        Transform.sort("失分", true))
                .except(
                        Except.matching("Time|unit|goal|link").hidden(),
                        Except.named("部门").width(150),
                        Except.named("目标").linked(new Link("得分依据（诊改平台）", "${__data.fields.link}", true)),
                        Except.named("达成度").unit("percent").with("decimals", 2).width(90),
                        Except.named("失分").with("decimals", 2).width(70));
    }

    private static Panel openByDepartment() {
        return Panel.of(
                        "各部门未解除预警",
                        "还没有解除的预警，以及其中没有人答复的；不含教师和学生。未答复多的部门应催办。",
                        new Look.BarChart("department_name", false, true),
                        Field.of("none", Palette.LINE).decimals(0).from(0))
                .asking(
                        Target.table(
                                "A",
                                "SELECT sum(\"o\") AS \"未解除\", sum(\"u\") AS \"未答复\" FROM (SELECT last(\"open\") AS \"o\", \"unanswered\" AS \"u\" FROM \"open_warnings\" WHERE \"level\" =~ /school|program|course/ AND $timeFilter GROUP BY \"level\", \"department_name\") WHERE \"o\" > 0 GROUP BY \"department_name\""))
                .through(
                        Transform.keep(List.of("department_name", "未解除", "未答复")),
                        Transform.order(List.of("department_name", "未解除", "未答复")),
                        Transform.sort("未解除", true))
                .except(
                        Except.named("未答复").colored(Palette.IN_WARNING),
                        Except.named("department_name").called("部门"));
    }

    private static Panel schoolBands() {
        return Panel.of(
                        "学校质控点状态",
                        "全校各项质控点每次采集时的状态；橙色一段就是越过预警值的时间。",
                        new Look.StateTimeline(true),
                        Field.of("none", Palette.UNKNOWN).mapped(Palette.BANDS))
                .asking(Target.series(
                        "A",
                        "SELECT \"band\" FROM \"standing\" WHERE \"level\" = 'school' AND \"scope\" = ':${root:raw}:' AND $timeFilter GROUP BY \"point_name\"",
                        "$tag_point_name"));
    }
}
