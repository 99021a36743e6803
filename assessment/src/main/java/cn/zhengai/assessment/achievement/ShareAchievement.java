package cn.zhengai.assessment.achievement;

import cn.zhengai.core.measure.Fraction;

/**
 * Achievement of goals of kind met and tasks. Source: domain page, section 4.
 *
 * <p>met: 100 * m / n with m = subjects that meet the value, n = subjects it applies to; a subject without a reading is in n
 * and not in m. tasks: 100 * d / n with d = tasks done, n = tasks. Worked: 2 of 3 gives 200/3 = 66.666...
 */
public final class ShareAchievement {
    private ShareAchievement() {}

    /** @throws IllegalArgumentException when the whole is not positive or the part is not between 0 and the whole */
    public static Fraction of(long part, long whole) {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("not a share: " + part + " of " + whole);
        }
        return Fraction.of(100 * part, whole);
    }
}
