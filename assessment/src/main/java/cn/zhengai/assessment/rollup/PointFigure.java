package cn.zhengai.assessment.rollup;

import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.RollUp;

/** A point of a level over a cycle and all its subjects, for overviews. */
public record PointFigure(ControlPoint point, GroupFigure figure) {

    /** Figure and unit, cut to two decimals: {@code 94.21%}; {@code 无数据} when there is none. A share is in percent. */
    public String shown() {
        return figure.value()
                .map(Shown::brief)
                .map(text -> point.rollUp() == RollUp.SHARE_MET
                        ? text + "%"
                        : point.unit().show(text))
                .orElse("无数据");
    }
}
