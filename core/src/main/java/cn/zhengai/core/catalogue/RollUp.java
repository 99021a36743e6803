package cn.zhengai.core.catalogue;

/** How a cycle's readings become one figure; declared per point. Over subjects see the assessment's roll-up. */
public enum RollUp {
    LAST("期末值"),
    MEAN("平均值"),
    SUM("累计值"),
    MIN("最小值"),
    MAX("最大值"),
    /** Sum of numerators over sum of denominators, never a mean of percentages. */
    RATIO("分子合计÷分母合计"),
    /** Subjects whose last value meets the standard, over subjects the point applies to; one subject alone is 100 or 0. */
    SHARE_MET("达标主体占比");

    private final String chinese;

    RollUp(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
