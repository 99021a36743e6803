package cn.zhengai.storage.results.evaluate;

import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.storage.results.evaluate.Table.Group;
import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.question.Column;
import cn.zhengai.storage.results.question.Select;
import cn.zhengai.storage.results.question.Span;
import cn.zhengai.storage.results.table.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A SELECT of a measurement. For one question. */
final class Reading {
    private final Select select;
    private final Fetch fetch;
    private final Map<String, FieldKind> columns;
    private final Span span;

    Reading(Select select, Fetch fetch, Map<String, FieldKind> columns, Span span) {
        this.select = select;
        this.fetch = fetch;
        this.columns = columns;
        this.span = span;
    }

    /** @param together tags of the question around it; its own when there is none */
    Table table(List<String> together) {
        return select.calls().isEmpty() ? raw() : called(together);
    }

    private Table raw() {
        Merge merge = new Merge(fetch, select, select.falling());
        Map<Map<String, String>, List<Found>> parts = fetch.all(span).stream()
                .collect(Collectors.groupingBy(this::tags, () -> new TreeMap<>(Groups.ORDER), Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        parts.forEach((tags, found) -> {
            List<Row> rows = merge.told(found).stream()
                    .limit(select.limit().orElse(Integer.MAX_VALUE))
                    .map(of -> told(of.series(), of.row()))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new Group(tags, rows));
            }
        });
        return new Table(columns, groups);
    }

    private Table called(List<String> together) {
        Calls calls = new Calls(select, columns, span);
        List<Found> all = fetch.all(calls.needed());
        List<Column.Call> called = select.calls();
        boolean newest = called.size() == 1
                && called.get(0).function() == Column.Function.LAST
                && select.grouping().every() == 0;
        if (newest) {
            boolean alone = together.size() == select.grouping().tags().size();
            new Newest(new Merge(fetch, select, true), this, alone)
                    .all(all, together)
                    .forEach(calls::put);
            return calls.table();
        }
        for (Found found : all) {
            Map<String, String> tags = tags(found);
            for (Row row : found.rows()) {
                Row told = told(found.series(), row);
                for (int i = 0; i < called.size(); i++) {
                    calls.add(tags, i, value(found.series(), row, i), told);
                }
            }
        }
        return calls.table();
    }

    private Map<String, String> tags(Found found) {
        return tags(found.series());
    }

    Map<String, String> tags(Series series) {
        return Found.tags(series, select.grouping().tags());
    }

    /** Of which a call makes one. */
    @Nullable
    Object value(Series series, Row row, int call) {
        return fetch.value(series, row, select.calls().get(call).of());
    }

    /** What is told of a point beside calls. */
    Row told(Series series, Row row) {
        return Row.of(
                row.time(),
                select.plain().stream()
                        .map(c -> fetch.value(series, row, c.of()))
                        .toArray());
    }
}
