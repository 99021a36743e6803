package cn.zhengai.core.warning;

/** A step in the life of a warning. */
public enum Step {
    RAISED("预警"),
    ESCALATED("升级"),
    CLEARED("解除"),
    /** A late or corrected reading changed when it was raised or cleared, or how grave it is. */
    CORRECTED("更正"),
    /** A late or corrected reading took its cause away. */
    WITHDRAWN("撤销"),
    ACKNOWLEDGED("已确认");

    private final String chinese;

    Step(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
