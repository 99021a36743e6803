package cn.zhengai.storage.results.evaluate;

import cn.zhengai.storage.results.question.Column;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code last} where time divides nothing. Of several newest points InfluxDB takes the greatest, but only of those that its
 * merge lets through: two of a group, or each that follows one of another group. So do we.
 */
final class Newest {
    private static final int THROUGH = 2;

    private final Merge merge;
    private final Reading reading;
    private final boolean alone;
    private final Map<Map<String, String>, Accumulator> all = new TreeMap<>(Groups.ORDER);

    /**
     * @param merge newest first
     * @param alone each group is merged by itself
     */
    Newest(Merge merge, Reading reading, boolean alone) {
        this.merge = merge;
        this.reading = reading;
        this.alone = alone;
    }

    /**
     * By the tags grouped by.
     *
     * @param together tags by which the merge runs: those of the outer question when there is one
     */
    Map<Map<String, String>, Accumulator> all(List<Found> found, List<String> together) {
        found.stream()
                .collect(Collectors.groupingBy(f -> f.tags(together)))
                .values()
                .forEach(part -> merge.shards(part, (series, row) -> reading.value(series, row, 0) != null)
                        .values()
                        .forEach(this::shard));
        return all;
    }

    private void shard(List<Found> shard) {
        List<Merge.Of> merged = merge.within(shard.stream().map(Newest::newest).toList());
        if (alone) {
            merged.stream().limit(THROUGH).forEach(this::add);
            return;
        }
        Map<String, String> before = Map.of("", "");
        for (Merge.Of of : merged) {
            Map<String, String> tags = reading.tags(of.series());
            if (!tags.equals(before)) {
                add(of);
            }
            before = tags;
        }
    }

    private static Found newest(Found found) {
        List<Table.Row> rows = found.rows();
        return new Found(found.series(), rows.subList(Math.max(0, rows.size() - THROUGH), rows.size()));
    }

    private void add(Merge.Of of) {
        Object value = reading.value(of.series(), of.row(), 0);
        if (value != null) {
            all.computeIfAbsent(reading.tags(of.series()), t -> new Accumulator(Column.Function.LAST))
                    .add(value, reading.told(of.series(), of.row()));
        }
    }
}
