package cn.zhengai.console.change;

import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two states of knowledge, as strangers may see it.
 *
 * @param counts by point and source, without points of persons
 * @param personal changed values of persons, not listed; empty when there are so few that the number says too much
 * @param total changes of the listed points
 * @param results kept results that do not know of some change in their cycle
 */
public record ChangeList(
        Knowledge since,
        Knowledge until,
        List<ChangeCount> counts,
        Optional<Long> personal,
        long total,
        List<Item> items,
        List<Stale> results) {
    public ChangeList {
        counts = List.copyOf(counts);
        items = List.copyOf(items);
        results = List.copyOf(results);
    }

    /**
     * One change.
     *
     * @param watched empty when the catalogue no longer has the series
     * @param warnings that it raised, moved, cleared or withdrew
     */
    public record Item(Change change, Optional<Watched> watched, List<Warning> warnings) {}

    /** A kept result, with the number of changed values in its cycle that came after what it knew. */
    public record Stale(String cycle, String cycleName, Instant computedAt, long changes) {}
}
