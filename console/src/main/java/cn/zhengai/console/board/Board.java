package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.measure.BandCounts;
import java.time.Instant;
import java.util.Map;

/**
 * Where everything stood at one time.
 *
 * @param byPoint counts over the subjects a point applies to, by point id; switched-off points are left out
 * @param byLevel sums over the points of a level; every level is there
 */
public record Board(
        Instant computedAt, LinesBook lines, Map<String, BandCounts> byPoint, Map<Level, BandCounts> byLevel) {
    public Board {
        byPoint = Map.copyOf(byPoint);
        byLevel = Map.copyOf(byLevel);
    }

    public BandCounts of(Level level) {
        return byLevel.getOrDefault(level, BandCounts.NONE);
    }

    public BandCounts of(String point) {
        return byPoint.getOrDefault(point, BandCounts.NONE);
    }
}
