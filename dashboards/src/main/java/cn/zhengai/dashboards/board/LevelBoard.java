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
import cn.zhengai.dashboards.publish.Ranking;
import java.util.List;

/** Of a level that is no persons': from the unit to the point, the subject and its series. */
final class LevelBoard {
    /** The unit that is chosen, and all below it. */
    private static final String IN_UNIT = "\"scope\" =~ /:${unit:regex}:/";

    /** Places of a ranking that are shown over time. */
    private static final String WORST = "/^00.|^01(0|1|2|3|4|5)/";

    private final Level level;
    private final String of;
    private final String ranked;

    LevelBoard(Level level) {
        this.level = level;
        this.of = "\"level\" = '" + Boards.tag(level) + "'";
        this.ranked = "FROM \"ranking\" WHERE " + of
                + " AND \"unit\" = '${unit:raw}' AND \"point\" = '${point:raw}' AND \"active\" = true";
    }

    Dashboard dashboard() {
        SharePanels shares = new SharePanels(level);
        Layout layout = new Layout();
        layout.row(4)
                .put(4, shares.met())
                .put(4, shares.target())
                .put(4, shares.lastYear())
                .put(4, shares.unknown())
                .put(4, open("未解除预警", "open", "所选单位在本层面还没有解除的预警。"))
                .put(4, open("未答复", "unanswered", "还没有人答复的预警，应先处理这些。"));
        layout.row(11).put(12, shares.units()).put(12, shares.points());
        layout.row(11).put(13, subjects()).put(11, history());
        layout.row(9)
                .put(
                        24,
                        WarningTable.all(
                                "预警", "未解除的在前，之后是所选时间里已结束的。点“级别”到诊改平台答复，点质控点或主体在下方看它的序列。", of + " AND " + IN_UNIT));
        layout.row(11).put(13, series()).put(11, latest());
        layout.row(12).put(24, bands());
        return new Dashboard(
                Boards.uid(level),
                level.chinese() + "层面",
                level.chinese() + "层面各单位、各质控点是否达标，哪条序列需要改进。",
                "now-1y",
                variables(),
                List.of(
                        annotation("预警", "raised|escalated", Palette.IN_WARNING),
                        annotation("解除", "cleared", Palette.TARGET),
                        annotation("更正和撤销", "corrected|withdrawn", Palette.QUIET),
                        annotation("答复", "acknowledged", Palette.LINE)),
                Boards.neighbours(),
                layout.panels());
    }

    private List<Variable> variables() {
        return List.of(
                Variables.unit(level),
                Variables.point(level),
                Variable.of(
                                "subject",
                                "主体",
                                "SELECT \"label\" " + ranked + " GROUP BY \"place\"",
                                Variable.NAME_AND_ID,
                                Variable.Order.AS_FOUND)
                        .finding("SELECT \"label\" FROM \"series_now\" WHERE " + of
                                + " AND \"point\" = '${point:raw}' AND \"subject\" = '$asked' AND \"active\" = true AND "
                                + IN_UNIT),
                Variable.of(
                                "worst",
                                "最差的",
                                "SELECT \"subject\" " + ranked + " AND \"place\" =~ " + WORST + " GROUP BY \"place\"",
                                "",
                                Variable.Order.AS_FOUND)
                        .following(Variable.Chosen.ALL));
    }

    private Annotation annotation(String name, String steps, String color) {
        return new Annotation(
                name,
                "SELECT \"title\", \"text\", \"step\" FROM \"warning_fact\" WHERE " + of
                        + " AND \"point\" = '${point:raw}' AND \"subject\" = '${subject:raw}' AND \"step\" =~ /" + steps
                        + "/ AND $timeFilter",
                color);
    }

    private Panel open(String title, String field, String description) {
        String query = "SELECT sum(\"n\") FROM (SELECT last(\"" + field + "\") AS \"n\" FROM \"open_warnings\" WHERE "
                + of + " AND " + IN_UNIT + " AND $timeFilter GROUP BY \"department\")";
        return Panel.of(
                        title,
                        description,
                        new Look.Stat(false, false),
                        Field.of("none", Palette.IN_WARNING).decimals(0))
                .asking(Target.series("A", query, title));
    }

    private Panel subjects() {
        return Panel.of(
                        "各主体现状：$point",
                        "所选质控点下主体最近一次的值和状态，最差的在前，最多 " + Ranking.MOST + " 个，其余的选部门看，或从序列页、预警打开。点主体看序列，点值看依据。",
                        new Look.Table(),
                        Field.of("none", Palette.LINE).otherwise("—"))
                .asking(Target.table(
                        "A",
                        "SELECT \"band\" AS \"状态\", \"subject_name\" AS \"主体\", \"department_name\" AS \"部门\", \"value_text\" AS \"值\", \"standard_text\" AS \"标准\", \"at\" AS \"采集\", \"subject\", \"link\", \"place\" "
                                + ranked))
                .through(Transform.sort("place", false))
                .except(
                        Except.matching("Time|subject|link|place").hidden(),
                        WarningTable.colored(Except.named("状态").mapped(Palette.BANDS))
                                .width(76),
                        Except.named("主体")
                                .atLeast(110)
                                .linked(
                                        Link.to(
                                                "看序列",
                                                Boards.path(Boards.uid(level)) + "?" + Boards.SPAN
                                                        + "&var-unit=${unit}&var-point=${point}&var-subject=${__data.fields.subject}")),
                        Except.named("值")
                                .linked(new Link("采集依据（诊改平台）", "${__data.fields.link}", true))
                                .atLeast(96),
                        Except.named("部门").atLeast(98),
                        Except.named("标准").atLeast(84),
                        Except.named("采集").unit("time:YYYY-MM-DD").width(96));
    }

    private Panel history() {
        return Panel.of(
                        "状态变化：$point",
                        "所选单位现在最差的 16 个主体每周最差的状态，一行一个主体；持续橙色的先改进。",
                        new Look.StateTimeline(false),
                        Field.of("none", Palette.UNKNOWN).mapped(Palette.BANDS))
                .asking(Target.series(
                        "A",
                        "SELECT min(\"band\") FROM \"standing\" WHERE " + of
                                + " AND \"point\" = '${point:raw}' AND \"subject\" =~ /^${worst:regex}$/ AND $timeFilter GROUP BY "
                                + Boards.WEEKS + ", \"subject_name\" fill(none)",
                        "$tag_subject_name"));
    }

    private Panel series() {
        String from = "FROM \"standing\" WHERE " + of
                + " AND \"point\" = '${point:raw}' AND \"subject\" = '${subject:raw}' AND $timeFilter";
        return Panel.of(
                        "序列：$point / $subject",
                        "每次采集的值与当时有效的目标值、标准值、预警值；竖线是预警的提出、解除、更正和答复。",
                        new Look.TimeSeries(false, true),
                        Field.of("none", Palette.LINE))
                .asking(
                        Target.series("A", "SELECT \"value\" " + from, "采集值"),
                        Target.series("B", "SELECT \"target\" " + from, "目标值"),
                        Target.series("C", "SELECT \"standard\" " + from, "标准值"),
                        Target.series("D", "SELECT \"warning\" " + from, "预警值"),
                        Target.series("E", "SELECT \"target_high\" " + from, "目标上限"),
                        Target.series("F", "SELECT \"standard_high\" " + from, "标准上限"),
                        Target.series("G", "SELECT \"warning_high\" " + from, "预警上限"),
                        Target.table(
                                "U",
                                "SELECT last(\"suffix\") AS \"suffix\" FROM \"control_point\" WHERE \"point\" = '${point:raw}'"))
                .through(Transform.unitFrom("U", "suffix"))
                .except(Lines.three());
    }

    private Panel latest() {
        return Panel.of(
                        "最近一次",
                        "所选序列最近的值、它的三条线和状态；点值到诊改平台看依据和改进记录。",
                        new Look.Table(),
                        Field.of("none", Palette.LINE).otherwise("—"))
                .asking(Target.table(
                        "A",
                        "SELECT \"band\" AS \"状态\", \"value_text\" AS \"值\", \"target_text\" AS \"目标值\", \"standard_text\" AS \"标准值\", \"warning_text\" AS \"预警值\", \"link\" FROM \"series_now\" WHERE "
                                + of + " AND \"point\" = '${point:raw}' AND \"subject\" = '${subject:raw}'"))
                .except(
                        Except.matching("Time|link").hidden(),
                        WarningTable.colored(Except.named("状态").mapped(Palette.BANDS))
                                .width(76),
                        Except.matching("目标值|标准值|预警值").atLeast(98),
                        Except.named("值")
                                .linked(new Link("采集依据（诊改平台）", "${__data.fields.link}", true))
                                .atLeast(98));
    }

    private Panel bands() {
        return Panel.of(
                        "状态：$subject",
                        "所选主体在本层面各质控点的状态随时间的变化。",
                        new Look.StateTimeline(true),
                        Field.of("none", Palette.UNKNOWN).mapped(Palette.BANDS))
                .asking(Target.series(
                        "A",
                        "SELECT min(\"band\") FROM \"standing\" WHERE " + of
                                + " AND \"subject\" = '${subject:raw}' AND $timeFilter GROUP BY " + Boards.DAYS
                                + ", \"point_name\" fill(none)",
                        "$tag_point_name"));
    }
}
