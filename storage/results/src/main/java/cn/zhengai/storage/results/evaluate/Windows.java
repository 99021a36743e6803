package cn.zhengai.storage.results.evaluate;

import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.question.Column;
import cn.zhengai.storage.results.question.Select.Fill;
import cn.zhengai.storage.results.question.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Windows of time of one length.
 *
 * @param offset one of them begins so long after the epoch
 */
record Windows(long every, long offset, Span span) {
    /** Where the window of an instant begins. */
    long start(long time) {
        return Math.floorDiv(time - offset, every) * every + offset;
    }

    /** How much each value is above the one before, where it is not below; the first has none before it. */
    static List<Row> rises(List<Row> rows) {
        List<Row> rises = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Object rise =
                    rise(rows.get(i).values().get(0), rows.get(i - 1).values().get(0));
            if (rise != null) {
                rises.add(Row.of(rows.get(i).time(), rise));
            }
        }
        return rises;
    }

    private static @Nullable Object rise(@Nullable Object value, @Nullable Object before) {
        if (value instanceof Long a && before instanceof Long b) {
            return a < b ? null : (Object) (a - b);
        }
        if (value instanceof Double a && before instanceof Double b) {
            return a < b ? null : (Object) (a - b);
        }
        return null;
    }

    /** A row for every window of the span. */
    List<Row> filled(List<Row> rows, Column.Call call, FieldKind kind, Fill fill) {
        if (fill.kind() == Fill.Kind.NONE || rows.isEmpty()) {
            return rows;
        }
        Map<Long, Row> there = new TreeMap<>();
        rows.forEach(row -> there.put(row.time(), row));
        for (long time = start(span.from()); time <= start(span.until()); time += every) {
            there.putIfAbsent(time, Row.of(time, filling(call, kind, fill)));
        }
        return fill.kind() == Fill.Kind.PREVIOUS ? carriedOn(there.values()) : List.copyOf(there.values());
    }

    private static List<Row> carriedOn(Collection<Row> rows) {
        List<Row> all = new ArrayList<>();
        @Nullable Object before = null;
        for (Row row : rows) {
            Object value = row.values().get(0);
            before = value == null ? before : value;
            all.add(Row.of(row.time(), before));
        }
        return all;
    }

    /** A count of nothing is 0. */
    private static @Nullable Object filling(Column.Call call, FieldKind kind, Fill fill) {
        if (fill.kind() == Fill.Kind.NUMBER) {
            return kind == FieldKind.WHOLE ? (Object) (long) fill.number() : (Object) fill.number();
        }
        boolean zero = fill.kind() == Fill.Kind.NULL && call.function() == Column.Function.COUNT;
        return zero ? (Object) 0L : null;
    }
}
