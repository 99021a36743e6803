package cn.zhengai.storage.results.evaluate;

import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.question.Column;
import cn.zhengai.storage.results.question.Select;
import cn.zhengai.storage.results.table.Bytes;
import cn.zhengai.storage.results.table.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Points of several series in one order of time, those of equal time as InfluxDB has them. For one question. */
final class Merge {
    private final Fetch fetch;
    private final List<String> compared;
    private final boolean falling;

    /** @param falling newest first */
    Merge(Fetch fetch, Select select, boolean falling) {
        this.fetch = fetch;
        this.falling = falling;
        this.compared = select.plain().stream()
                .map(Column.Plain::of)
                .distinct()
                .sorted(Bytes.ORDER)
                .toList();
    }

    /** Comes a point before another? By time, and by what is told of it as long as that is text. */
    private boolean before(Series a, Row rowA, Series b, Row rowB) {
        if (rowA.time() != rowB.time()) {
            return falling ? rowA.time() > rowB.time() : rowA.time() < rowB.time();
        }
        for (String name : compared) {
            if (!(fetch.value(a, rowA, name) instanceof String x)
                    || !(fetch.value(b, rowB, name) instanceof String y)) {
                return false;
            }
            int order = Bytes.ORDER.compare(x, y);
            if (order != 0) {
                return falling ? order > 0 : order < 0;
            }
        }
        return false;
    }

    /** Points of which something is told. */
    List<Of> told(List<Found> found) {
        List<Of> all = new ArrayList<>();
        shards(found, this::isTold).forEach((shard, parts) -> all.addAll(within(parts)));
        return all;
    }

    private boolean isTold(Series series, Row row) {
        return compared.stream()
                .anyMatch(name -> !series.tags().containsKey(name) && fetch.value(series, row, name) != null);
    }

    /** The points that are wanted of each shard, shards and series in the order of the merge. */
    Map<Long, List<Found>> shards(List<Found> found, BiPredicate<Series, Row> wanted) {
        Map<Long, List<Found>> shards =
                new TreeMap<>(falling ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder());
        for (Found of : turned(found)) {
            of.rows().stream()
                    .filter(row -> wanted.test(of.series(), row))
                    .collect(Collectors.groupingBy(row -> Shards.of(row.time())))
                    .forEach((shard, rows) -> shards.computeIfAbsent(shard, s -> new ArrayList<>())
                            .add(new Found(of.series(), rows)));
        }
        return shards;
    }

    /** All points of one shard. */
    List<Of> within(List<Found> shard) {
        List<Cursor> cursors = shard.stream()
                .map(of -> new Cursor(of.series(), turned(of.rows())))
                .toList();
        GoHeap<Cursor> heap = new GoHeap<>(cursors, (a, b) -> before(a.series, a.row, b.series, b.row));
        List<Of> out = new ArrayList<>();
        while (!heap.isEmpty()) {
            Cursor next = heap.pop();
            out.add(new Of(next.series, next.row));
            if (next.advance()) {
                heap.push(next);
            }
        }
        return out;
    }

    private <T> List<T> turned(List<T> list) {
        if (!falling) {
            return list;
        }
        List<T> turned = new ArrayList<>(list);
        Collections.reverse(turned);
        return turned;
    }

    /** A point of a series. */
    record Of(Series series, Row row) {}

    /** Goes through the points of a series. */
    private static final class Cursor {
        private final Series series;
        private final Iterator<Row> rest;
        private Row row;

        Cursor(Series series, List<Row> rows) {
            this.series = series;
            this.rest = rows.iterator();
            this.row = rest.next();
        }

        boolean advance() {
            boolean more = rest.hasNext();
            row = more ? rest.next() : row;
            return more;
        }
    }
}
