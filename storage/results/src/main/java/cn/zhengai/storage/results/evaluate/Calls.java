package cn.zhengai.storage.results.evaluate;

import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.storage.results.evaluate.Table.Group;
import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.question.Column;
import cn.zhengai.storage.results.question.Select;
import cn.zhengai.storage.results.question.Select.Fill;
import cn.zhengai.storage.results.question.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts values together by tags and windows, and gives rows of them. For one SELECT. */
final class Calls {
    private final Select select;
    private final Map<String, FieldKind> columns;
    private final Windows windows;
    private final Map<Map<String, String>, TreeMap<Long, Accumulator[]>> groups = new TreeMap<>(Groups.ORDER);

    /** @param columns what each of the answer holds */
    Calls(Select select, Map<String, FieldKind> columns, Span span) {
        this.select = select;
        this.columns = columns;
        this.windows = new Windows(select.grouping().every(), select.grouping().offset(), span);
    }

    /** From where on values are needed: a difference begins a window before. */
    Span needed() {
        boolean differs = select.calls().stream().anyMatch(Column.Call::difference);
        return differs
                ? new Span(
                        windows.span().from() - windows.every(), windows.span().until())
                : windows.span();
    }

    /**
     * A value of a call.
     *
     * @param call which of them
     * @param from its time, and what else is told of it
     */
    void add(Map<String, String> tags, int call, @Nullable Object value, Row from) {
        if (value != null) {
            at(tags, from.time())[call].add(value, from);
        }
    }

    /** All that is known of a group's only window. */
    void put(Map<String, String> tags, Accumulator accumulator) {
        groups.computeIfAbsent(tags, t -> new TreeMap<>()).put(0L, new Accumulator[] {accumulator});
    }

    private Accumulator[] at(Map<String, String> tags, long time) {
        long window = windows.every() == 0 ? 0 : windows.start(time);
        return groups.computeIfAbsent(tags, t -> new TreeMap<>())
                .computeIfAbsent(
                        window,
                        w -> select.calls().stream()
                                .map(call -> new Accumulator(call.function()))
                                .toArray(Accumulator[]::new));
    }

    Table table() {
        List<Group> all = new ArrayList<>();
        groups.forEach((tags, byWindow) -> {
            List<Row> rows = new ArrayList<>();
            byWindow.forEach((window, accumulators) -> rows.add(row(window, accumulators)));
            List<Row> finished = finished(rows);
            if (!finished.isEmpty()) {
                all.add(new Group(tags, finished));
            }
        });
        return new Table(columns, all);
    }

    private List<Row> finished(List<Row> rows) {
        Column.Call call = select.calls().get(0);
        if (call.difference()) {
            return Windows.rises(rows);
        }
        Fill fill = select.grouping().fill();
        return windows.every() == 0
                ? rows
                : windows.filled(rows, call, columns.getOrDefault(call.name(), FieldKind.DECIMAL), fill);
    }

    /** The one that was selected keeps its time when nothing else is beside it. */
    private Row row(long window, Accumulator[] accumulators) {
        Row selected = accumulators[0].row();
        boolean selects = accumulators.length == 1
                && windows.every() == 0
                && select.calls().get(0).function().selects();
        long whole = windows.span().from() == Span.FIRST ? 0 : windows.span().from();
        long time = windows.every() > 0 ? window : selects && selected != null ? selected.time() : whole;
        List<@Nullable Object> values = new ArrayList<>();
        int call = 0;
        int plain = 0;
        for (Column column : select.columns()) {
            if (column instanceof Column.Call) {
                values.add(accumulators[call++].result());
            } else {
                values.add(selected == null ? null : selected.values().get(plain++));
            }
        }
        return Row.of(time, values.toArray());
    }
}
