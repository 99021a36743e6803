package cn.zhengai.assessment.breakdown;

/** Why a goal has no achievement. */
public enum Unknown {
    NO_READINGS("周期内没有采集值"),
    NO_SUBJECTS("本单位没有适用的诊改主体"),
    /** The point was declared otherwise when the readings came. */
    READINGS_DO_NOT_FIT("采集值的形式与质控点的汇总方式不符（缺少或多出分子、分母）"),
    NO_POINT("质控点未在目录中登记"),
    POINT_SWITCHED_OFF("质控点已停用"),
    /** A point whose best value is a range has no ratio to a target. */
    NO_DIRECTION("质控点的方向是“区间最好”，不能按比率计分");

    private final String chinese;

    Unknown(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
