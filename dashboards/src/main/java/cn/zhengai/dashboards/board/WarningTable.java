package cn.zhengai.dashboards.board;

import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Link;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Transform;

/** Open warnings, newest first; each leads to its page in the console and to its series. */
final class WarningTable {
    private static final String COLUMNS = """
            SELECT "severity" AS "级别", "point_name" AS "质控点", "subject_name" AS "主体", "department_name" AS "部门", \
            "kind_text" AS "类型", "open" AS "状态", "answered" AS "答复", "level", "point", "subject", "link" \
            FROM "warning" WHERE "open" =""";

    private static final String NEWEST = " ORDER BY time DESC LIMIT ";

    private WarningTable() {}

    /** Those that are open, however long ago they were raised. */
    static Panel open(String title, String description, String where) {
        return of(title, description).asking(Target.table("A", COLUMNS + " 1 AND " + where + NEWEST + "100"));
    }

    /** Those that are open, and below them those of the span that have ended. */
    static Panel all(String title, String description, String where) {
        return of(title, description)
                .asking(
                        Target.table("A", COLUMNS + " 1 AND " + where + NEWEST + "100"),
                        Target.table("B", COLUMNS + " 0 AND " + where + " AND $timeFilter" + NEWEST + "50"))
                .through(Transform.MERGE, Transform.sort("状态", true));
    }

    private static Panel of(String title, String description) {
        Link series = Link.to(
                "看这条序列",
                "/d/zhengai-${__data.fields.level}?" + Boards.SPAN
                        + "&var-point=${__data.fields.point}&var-subject=${__data.fields.subject}");
        Link page = new Link("到诊改平台处理", "${__data.fields.link}", true);
        return Panel.of(
                        title,
                        description,
                        new Look.Table(),
                        Field.of("none", Palette.LINE).otherwise("没有预警"))
                .except(
                        Except.named("Time")
                                .called("提出")
                                .unit("time:YYYY-MM-DD")
                                .width(110),
                        colored(Except.named("级别").mapped(Palette.SEVERITIES))
                                .width(70)
                                .linked(page),
                        Except.named("质控点").linked(series),
                        Except.named("主体").linked(series),
                        Except.named("类型").width(90),
                        Except.named("状态").mapped(Palette.OPEN).width(80),
                        Except.named("答复").mapped(Palette.ANSWERED).width(80).linked(page),
                        Except.matching("level|point|subject|link").hidden());
    }

    /** Filled with the colour of its word. */
    static Except colored(Except except) {
        return except.with("custom.displayMode", "color-background-solid");
    }
}
