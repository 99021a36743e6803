package cn.zhengai.storage.results.evaluate;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.dashboards.schema.Schema;
import cn.zhengai.storage.results.evaluate.Table.Group;
import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.question.Column;
import cn.zhengai.storage.results.question.Refused;
import cn.zhengai.storage.results.question.Select;
import cn.zhengai.storage.results.question.Span;
import cn.zhengai.storage.results.question.Statement;
import cn.zhengai.storage.results.table.Bytes;
import cn.zhengai.storage.results.table.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a statement from the points there are. */
public final class Evaluation {
    private static final long NANOS = 1_000_000L;

    private final Points points;

    public Evaluation(Points points) {
        this.points = points;
    }

    /** @throws cn.zhengai.core.port.PortException REFUSED when the answer would not be that of InfluxDB */
    public List<Answer> answer(Statement statement) {
        return statement instanceof Select select ? selected(select) : values((Statement.TagValues) statement);
    }

    private List<Answer> values(Statement.TagValues asked) {
        Names names = new Names(measurement(asked.measurement()).tags(), Map.of());
        names.kind(asked.key());
        asked.where().ifPresent(where -> Check.condition(where, names));
        List<List<@Nullable Object>> rows = points.series(asked.measurement()).stream()
                .filter(s -> asked.where()
                        .map(where -> Holds.in(where, s.tags()::get))
                        .orElse(true))
                .map(s -> s.tags().get(asked.key()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Bytes.ORDER)
                .map(value -> row(Stream.of(asked.key(), value)))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Answer(asked.measurement(), Map.of(), List.of("key", "value"), rows));
    }

    private List<Answer> selected(Select select) {
        Table table = select.source() instanceof Select.Nested nested
                ? nested(select, nested.select())
                : read(select, Span.ALL, select.grouping().tags());
        List<String> columns = Stream.concat(Stream.of("time"), table.columns().keySet().stream())
                .toList();
        return table.groups().stream()
                .map(group -> new Answer(
                        measurement(select).name(),
                        group.tags(),
                        columns,
                        group.rows().stream().map(Evaluation::row).toList()))
                .toList();
    }

    private static List<@Nullable Object> row(Row row) {
        return row(Stream.concat(Stream.of(row.time() / NANOS), row.values().stream()));
    }

    private static List<@Nullable Object> row(Stream<? extends @Nullable Object> values) {
        List<@Nullable Object> row = new ArrayList<>();
        values.forEach(row::add);
        return java.util.Collections.unmodifiableList(row);
    }

    private static Measurement measurement(Select select) {
        return select.source() instanceof Select.Named named
                ? measurement(named.measurement())
                : measurement(((Select.Nested) select.source()).select());
    }

    private static Measurement measurement(String name) {
        return Schema.named(name)
                .filter(m -> Points.measurements().contains(m))
                .orElseThrow(() -> Refused.because("没有发布 " + name));
    }

    private Table read(Select select, Span around, List<String> together) {
        Measurement measurement = measurement(select);
        Names names = Names.of(measurement);
        Span span = select.span().within(around);
        Check.of(select, names, span);
        Fetch fetch = new Fetch(points, select, measurement.name(), names);
        return new Reading(select, fetch, columns(select, names), span).table(together);
    }

    private Table nested(Select outer, Select inner) {
        Check.nested(outer, inner);
        Table table = read(unfilled(inner), outer.span(), outer.grouping().tags());
        Names names = Names.of(table, Set.copyOf(inner.grouping().tags()));
        Check.of(outer, names, outer.span());
        Calls calls = new Calls(outer, columns(outer, names), outer.span());
        List<String> columns = List.copyOf(table.columns().keySet());
        for (Group group : table.groups()) {
            Map<String, String> tags = new TreeMap<>(group.tags());
            tags.keySet().retainAll(outer.grouping().tags());
            for (Row row : group.rows()) {
                Holds.Values values = name -> columns.contains(name)
                        ? row.values().get(columns.indexOf(name))
                        : group.tags().get(name);
                if (outer.where().map(where -> Holds.in(where, values)).orElse(true)) {
                    for (int i = 0; i < outer.calls().size(); i++) {
                        calls.add(tags, i, values.of(outer.calls().get(i).of()), row);
                    }
                }
            }
        }
        return calls.table();
    }

    /** Windows without a value would be left out around it anyway. */
    private static Select unfilled(Select inner) {
        Select.Grouping grouping = inner.grouping();
        boolean filled = grouping.fill().kind() == Select.Fill.Kind.NULL;
        Select.Fill fill = filled ? new Select.Fill(Select.Fill.Kind.NONE, 0) : grouping.fill();
        return new Select(
                inner.columns(),
                inner.source(),
                inner.where(),
                inner.span(),
                new Select.Grouping(grouping.tags(), grouping.every(), grouping.offset(), fill),
                inner.falling(),
                inner.limit());
    }

    private static Map<String, FieldKind> columns(Select select, Names names) {
        return Names.named(select.columns().stream()
                .map(column -> column instanceof Column.Call call
                        ? Map.entry(call.name(), Check.kind(call, names.fields()))
                        : Map.entry(((Column.Plain) column).name(), names.kind(((Column.Plain) column).of())))
                .toList());
    }
}
