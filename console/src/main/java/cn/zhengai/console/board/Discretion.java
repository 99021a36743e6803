package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.BandCounts;
import cn.zhengai.core.measure.ShownCounts;
import cn.zhengai.core.warning.Warning;

/**
 * What of persons may be shown: on the levels of teachers and students only aggregates, and none of fewer than five
 * (domain page, section 7). There is no login yet, so whoever reaches the console is a stranger to it unless the
 * operator says otherwise.
 *
 * @param personalOpen the operator lets everybody who reaches the console see single persons
 */
public record Discretion(boolean personalOpen) {
    /** Smallest group whose aggregate is shown. */
    public static final int SMALLEST_GROUP = ShownCounts.SMALLEST_GROUP;

    /** Names and values of single subjects are withheld. */
    public boolean hides(Level level) {
        return level.personal() && !personalOpen;
    }

    public boolean hides(Catalogue catalogue, String point) {
        return catalogue.point(point).map(p -> hides(p.level())).orElse(!personalOpen);
    }

    /** As of its point; what speaks about a source names nobody. */
    public boolean hides(Catalogue catalogue, Warning warning) {
        return warning.source().isEmpty() && hides(catalogue, warning.point());
    }

    /** Naming the unit would single out its one of fewer than five persons that the point applies to. */
    public boolean hidesUnit(Catalogue catalogue, String point, String unit) {
        return hides(catalogue, point)
                && catalogue
                        .point(point)
                        .map(p -> catalogue.subjectsOf(p, unit).size() < SMALLEST_GROUP)
                        .orElse(true);
    }

    /** The aggregate over so many persons is withheld. */
    public boolean tooFew(Level level, long persons) {
        return hides(level) && persons > 0 && persons < SMALLEST_GROUP;
    }

    public boolean tooFew(ControlPoint point, BandCounts counts) {
        return tooFew(point.level(), counts.total()) || tooFew(point.level(), counts.known());
    }
}
