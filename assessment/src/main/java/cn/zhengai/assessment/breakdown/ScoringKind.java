package cn.zhengai.assessment.breakdown;

/** How a goal is scored; the kinds of {@link cn.zhengai.core.catalogue.Goal.Scoring} by name. */
public enum ScoringKind {
    RATIO("按比率"),
    MET("按达标主体数"),
    TASKS("按任务完成数");

    private final String chinese;

    ScoringKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
