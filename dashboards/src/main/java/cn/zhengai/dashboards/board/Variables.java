package cn.zhengai.dashboards.board;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.dashboards.grafana.Variable;

/** What a reader of a level's dashboard chooses. */
final class Variables {
    private Variables() {}

    /** The college, or a department that has subjects of the level. */
    static Variable unit(Level level) {
        return Variable.of(
                "unit",
                "单位",
                "SELECT \"label\" FROM \"org_unit\" WHERE \"kind\" =~ /committee|department/ AND \"active\" = true AND \"levels\" =~ /:"
                        + Boards.tag(level) + ":/",
                Variable.NAME_AND_ID,
                Variable.Order.RISING);
    }

    /** Of the unit that is chosen, so that there is something to see. */
    static Variable point(Level level) {
        return Variable.of(
                "point",
                "质控点",
                "SELECT \"label\" FROM \"control_point\" WHERE \"level\" = '" + Boards.tag(level)
                        + "' AND \"active\" = true AND \"units\" =~ /:${unit:regex}:/ GROUP BY \"point\"",
                Variable.NAME_AND_ID,
                Variable.Order.AS_FOUND);
    }
}
