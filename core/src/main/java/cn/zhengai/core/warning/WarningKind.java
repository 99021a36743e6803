package cn.zhengai.core.warning;

/** What sort of warning; one open episode per series and kind. More kinds come. */
public enum WarningKind {
    THRESHOLD("越线预警");

    private final String chinese;

    WarningKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
