package cn.zhengai.assessment.grade;

import cn.zhengai.core.measure.Fraction;

/**
 * Grade of a department's achievement (等级).
 *
 * <p>Source: Art. 11. With a = achievement in percent, unrounded: a &lt; 80 is 不达标, 80 &lt;= a &lt; 90 is 基本达标, a &gt;= 90 is
 * 达标. Worked: 89999999/1000000 = 89.999999 is 基本达标.
 */
public enum Grade {
    NOT_MET("不达标"),
    BASICALLY_MET("基本达标"),
    MET("达标");

    private static final Fraction BASICALLY_MET_FROM = Fraction.of(80);
    private static final Fraction MET_FROM = Fraction.of(90);

    private final String chinese;

    Grade(String chinese) {
        this.chinese = chinese;
    }

    /** @param achievement percent, exact: never a rounded figure */
    public static Grade of(Fraction achievement) {
        if (achievement.compareTo(MET_FROM) >= 0) {
            return MET;
        }
        return achievement.compareTo(BASICALLY_MET_FROM) >= 0 ? BASICALLY_MET : NOT_MET;
    }

    public String chinese() {
        return chinese;
    }
}
