package cn.zhengai.assessment.explain;

import cn.zhengai.core.catalogue.Level;
import java.util.Set;

/**
 * What of persons is not written out; the arithmetic takes it all the same.
 *
 * @param levels whose subjects are counted and not listed
 * @param smallest figures over fewer subjects of these levels are not shown
 */
public record Withholding(Set<Level> levels, int smallest) {
    /** For those who may see everything. */
    public static final Withholding NOTHING = new Withholding(Set.of(), 0);

    public Withholding {
        levels = Set.copyOf(levels);
    }

    boolean person(Level level) {
        return levels.contains(level);
    }

    /** Is a figure over these too personal to be shown? */
    boolean tooFew(Level level, GroupSums group) {
        return person(level) && (few(group.applicable()) || few(group.read()));
    }

    private boolean few(int subjects) {
        return subjects > 0 && subjects < smallest;
    }

    String sentence() {
        return "涉及人数不足 " + smallest + " 人，数值不显示";
    }
}
