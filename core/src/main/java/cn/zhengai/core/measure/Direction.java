package cn.zhengai.core.measure;

/** Which way is better; gives a bare number its comparator. */
public enum Direction {
    /** {@code >=} target, {@code >=} standard, {@code <} warning. */
    HIGHER_IS_BETTER("越高越好", ">=", "<"),
    /** {@code <=} target, {@code <=} standard, {@code >} warning. */
    LOWER_IS_BETTER("越低越好", "<=", ">"),
    /** A range is wanted: bare numbers mean equality, for the warning inequality cannot be guessed. */
    WITHIN("区间最好", "=", "=");

    private final String chinese;
    private final String wanted;
    private final String warning;

    Direction(String chinese, String wanted, String warning) {
        this.chinese = chinese;
        this.wanted = wanted;
        this.warning = warning;
    }

    public String chinese() {
        return chinese;
    }

    /** Comparator of a bare target or standard. */
    public String wanted() {
        return wanted;
    }

    /** Comparator of a bare warning value. */
    public String warning() {
        return warning;
    }
}
