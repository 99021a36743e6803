package cn.zhengai.core.measure;

/** Where a value stands against its three lines (状态). The order is from best to worst, {@link #UNKNOWN} apart. */
public enum Band {
    ON_TARGET("达到目标"),
    ON_STANDARD("达标"),
    BELOW_STANDARD("未达标"),
    IN_WARNING("预警"),
    /** Nothing was read: its own answer, never good and never bad. */
    UNKNOWN("无数据");

    private final String chinese;

    Band(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** On standard or on target. */
    public boolean meetsStandard() {
        return this == ON_TARGET || this == ON_STANDARD;
    }
}
