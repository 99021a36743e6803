package cn.zhengai.catalogue.build;

/** Which of the three lines of a point. */
public enum Role {
    TARGET("target", "目标值"),
    STANDARD("standard", "标准值"),
    WARNING("warning", "预警值");

    private final String key;
    private final String chinese;

    Role(String key, String chinese) {
        this.key = key;
        this.chinese = chinese;
    }

    public String key() {
        return key;
    }

    public String chinese() {
        return chinese;
    }
}
