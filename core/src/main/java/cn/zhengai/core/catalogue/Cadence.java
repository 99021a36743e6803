package cn.zhengai.core.catalogue;

/** How often a series is expected to be read. */
public enum Cadence {
    REAL_TIME("实时"),
    HOURLY("每小时"),
    DAILY("每日"),
    WEEKLY("每周"),
    MONTHLY("每月"),
    TERMLY("每学期"),
    YEARLY("每年");

    private final String chinese;

    Cadence(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
