package cn.zhengai.dashboards.board;

import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Link;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;

/** Open warnings, newest first; each leads to its page in the console and to its series. */
final class WarningTable {
    private static final String COLUMNS = """
            SELECT "severity" AS "级别", "point_name" AS "质控点", "subject_name" AS "主体", "department_name" AS "部门", \
            "kind_text" AS "类型", "answered" AS "答复", "level", "point", "subject", "link" \
            FROM "warning" WHERE "open" = 1 AND""";

    private WarningTable() {}

    /** @param where which of them */
    static Panel panel(String title, String description, String where) {
        Link series = Link.to("看这条序列", "/d/zhengai-${__data.fields.level}?var-point=${__data.fields.point}&var-subject=${__data.fields.subject}");
        Link page = new Link("到诊改平台处理", "${__data.fields.link}", true);
        return Panel.of(title, description, new Look.Table(), Field.of("none", Palette.LINE).otherwise("—"))
                .asking(Target.table("A", COLUMNS + " " + where + " ORDER BY time DESC LIMIT 100"))
                .except(
                        Except.named("Time").called("提出").unit("dateTimeFromNow").width(110),
                        colored(Except.named("级别").mapped(Palette.SEVERITIES)).width(70).linked(page),
                        Except.named("质控点").linked(series),
                        Except.named("主体").linked(series),
                        Except.named("类型").width(90),
                        Except.named("答复").mapped(Palette.ANSWERED).width(80).linked(page),
                        Except.matching("level|point|subject|link").hidden());
    }

    /** Filled with the colour of its word. */
    static Except colored(Except except) {
        return except.with("custom.displayMode", "color-background-solid");
    }

}
