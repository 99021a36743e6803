package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.BandCounts;
import cn.zhengai.core.measure.ShownCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A board as it may be shown: the one place where counts of persons are withheld, for pages and API alike. A point of
 * fewer than five persons is left out. A level's sum leaves out those too, and the points whose share on standard is not
 * shown; what the others merge it merges, and so does the college: no sum gives away what its parts withhold. Immutable.
 */
public final class ShownBoard {
    private final Board board;
    private final Catalogue catalogue;
    private final Discretion discretion;

    public ShownBoard(Board board, Discretion discretion) {
        this.board = board;
        this.catalogue = board.lines().catalogue();
        this.discretion = discretion;
    }

    /** Empty: withheld. */
    public Optional<ShownCounts> of(ControlPoint point) {
        BandCounts counts = board.of(point.id());
        if (!discretion.hides(point.level())) {
            return Optional.of(ShownCounts.open(counts));
        }
        return discretion.tooFew(point, counts) ? Optional.empty() : Optional.of(ShownCounts.ofPersons(counts));
    }

    /** Sum over the points whose share on standard is shown. Empty: withheld. */
    public Optional<ShownCounts> of(Level level) {
        if (discretion.tooFew(level, catalogue.subjectsOf(level).size())) {
            return Optional.empty();
        }
        if (!discretion.hides(level)) {
            return Optional.of(ShownCounts.open(board.of(level)));
        }
        List<ControlPoint> points = enabled(level);
        List<ShownCounts> shown = points.stream()
                .map(this::of)
                .flatMap(Optional::stream)
                .filter(ShownCounts::readable)
                .toList();
        return shown.isEmpty() && !points.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.stream().reduce(ShownCounts.open(BandCounts.NONE), ShownCounts::plus));
    }

    private List<ControlPoint> enabled(Level level) {
        return catalogue.pointsOf(level).stream().filter(ControlPoint::enabled).toList();
    }

    /** Sum over the levels that are shown. */
    public ShownCounts all() {
        return Arrays.stream(Level.values())
                .map(this::of)
                .flatMap(Optional::stream)
                .reduce(ShownCounts.open(BandCounts.NONE), ShownCounts::plus);
    }
}
