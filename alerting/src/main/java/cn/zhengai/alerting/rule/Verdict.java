package cn.zhengai.alerting.rule;

import cn.zhengai.core.warning.Severity;

/** What one reading says to the warnings of its series; from good to bad. */
public enum Verdict {
    /** Meets the standard: counts towards clearing. */
    ON_STANDARD(Severity.BLUE),
    /** Neither: between the two lines, and the point does not raise there. */
    BETWEEN(Severity.BLUE),
    /** Merely below standard, and the point raises there. */
    BELOW_STANDARD(Severity.YELLOW),
    IN_WARNING(Severity.ORANGE),
    /** In warning at a veto point (一票否决). */
    VETOED(Severity.RED);

    private final Severity severity;

    Verdict(Severity severity) {
        this.severity = severity;
    }

    /** Counts towards a warning. */
    public boolean raises() {
        return compareTo(BETWEEN) > 0;
    }

    /** How grave a warning with this reading in it is at least; without meaning unless it {@link #raises}. */
    public Severity severity() {
        return severity;
    }
}
