package cn.zhengai.core.warning;

/** What sort of warning; one open episode per series and kind. More kinds come. */
public enum WarningKind {
    THRESHOLD("越线预警"),
    /** No reading by the time one was expected; domain page, section 3: never recovery, never in place of a threshold's. */
    NO_DATA("无数据");

    private final String chinese;

    WarningKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
