package cn.zhengai.storage.results.evaluate;

import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.question.Column;
import cn.zhengai.storage.results.table.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * {@code last} where time divides nothing. Of several newest points InfluxDB takes the one its merge brings first: so do we.
 */
final class Newest {
    private final Merge merge;
    private final Reading reading;

    Newest(Merge merge, Reading reading) {
        this.merge = merge;
        this.reading = reading;
    }

    /** A point of a series. */
    record Of(Found found, Row row) {}

    /**
     * By the tags grouped by.
     *
     * @param together tags by which the merge runs: those of the outer question when there is one
     */
    Map<Map<String, String>, Accumulator> all(List<Found> found, List<String> together) {
        Map<Map<String, String>, Accumulator> all = new TreeMap<>(Groups.ORDER);
        Map<Map<String, String>, List<Found>> parts = found.stream()
                .collect(Collectors.groupingBy(f -> f.tags(together), () -> new TreeMap<>(Groups.ORDER), Collectors.toList()));
        parts.values().forEach(part -> shards(part).values().forEach(newest -> merged(newest, all)));
        return all;
    }

    /** The newest point of each series in each shard, the last series first. */
    private Map<Long, List<Of>> shards(List<Found> part) {
        Map<Long, List<Of>> shards = new TreeMap<>();
        for (Found found : part) {
            Map<Long, Row> newest = new TreeMap<>();
            for (Row row : found.rows()) {
                if (reading.value(found.series(), row, 0) != null) {
                    newest.put(Shards.of(row.time()), row);
                }
            }
            newest.forEach((shard, row) ->
                    shards.computeIfAbsent(shard, s -> new ArrayList<>()).add(new Of(found, row)));
        }
        shards.values().forEach(Collections::reverse);
        return shards;
    }

    /** Of those of a group that come one after the other only the first counts. */
    private void merged(List<Of> newest, Map<Map<String, String>, Accumulator> all) {
        BiPredicate<Of, Of> less = (a, b) -> merge.before(a.found().series(), a.row(), b.found().series(), b.row());
        GoHeap<Of> heap = new GoHeap<>(newest, less);
        Map<String, String> before = Map.of("", "");
        while (!heap.isEmpty()) {
            Of next = heap.pop();
            Map<String, String> tags = reading.tags(next.found());
            if (!tags.equals(before)) {
                Series series = next.found().series();
                Object value = reading.value(series, next.row(), 0);
                if (value != null) {
                    all.computeIfAbsent(tags, t -> new Accumulator(Column.Function.LAST))
                            .add(value, reading.told(series, next.row()));
                }
            }
            before = tags;
        }
    }
}
