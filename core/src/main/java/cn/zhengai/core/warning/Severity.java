package cn.zhengai.core.warning;

/** How grave, from least to most; domain page, section 3. */
public enum Severity {
    BLUE("蓝色"),
    YELLOW("黄色"),
    ORANGE("橙色"),
    RED("红色");

    private final String chinese;

    Severity(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
