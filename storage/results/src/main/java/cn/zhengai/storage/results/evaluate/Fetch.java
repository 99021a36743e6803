package cn.zhengai.storage.results.evaluate;

import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.question.Column;
import cn.zhengai.storage.results.question.Condition;
import cn.zhengai.storage.results.question.Refused;
import cn.zhengai.storage.results.question.Select;
import cn.zhengai.storage.results.question.Span;
import cn.zhengai.storage.results.table.Bytes;
import cn.zhengai.storage.results.table.Points;
import cn.zhengai.storage.results.table.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The points a SELECT of a measurement speaks about. For one question. */
final class Fetch {
    private static final int MOST = 1_000_000;

    private final Points points;
    private final Select select;
    private final String measurement;
    private final List<String> fields;

    Fetch(Points points, Select select, String measurement, Names names) {
        this.points = points;
        this.select = select;
        this.measurement = measurement;
        Set<String> named = new LinkedHashSet<>();
        select.columns().forEach(c -> named.add(c instanceof Column.Call call ? call.of() : ((Column.Plain) c).of()));
        select.where().ifPresent(where -> named.addAll(where.names()));
        this.fields = named.stream().filter(names::isField).toList();
    }

    /** What a name stands for in a point of a series. */
    @Nullable
    Object value(Series series, Row row, String name) {
        int field = fields.indexOf(name);
        return field < 0 ? series.tags().get(name) : row.values().get(field);
    }

    /** Series in the order of their keys, none without points. */
    List<Found> all(Span span) {
        Map<Integer, Found> found = new HashMap<>();
        Set<Integer> certain = new HashSet<>();
        for (Series series : points.series(measurement)) {
            Optional<Boolean> chosen =
                    select.where().map(w -> Holds.byTags(w, series.tags())).orElse(Optional.of(true));
            if (chosen.orElse(true)) {
                found.put(series.number(), new Found(series, new ArrayList<>()));
            }
            if (chosen.isPresent()) {
                certain.add(series.number());
            }
        }
        int[] count = {0};
        points.read(wanted(found, span), (number, time, values) -> {
            Found of = found.get(number);
            Row row = Row.of(time, values);
            if (of != null && (certain.contains(number) || holds(of.series(), row))) {
                of.rows().add(row);
                demandFew(++count[0]);
            }
        });
        return sorted(found);
    }

    private static void demandFew(int count) {
        if (count > MOST) {
            throw Refused.because("超过 " + MOST + " 个点，请缩短时间范围");
        }
    }

    private static List<Found> sorted(Map<Integer, Found> found) {
        record Keyed(String key, Found found) {}
        return found.values().stream()
                .filter(f -> !f.rows().isEmpty())
                .peek(f -> f.rows().sort(Comparator.comparingLong(Row::time)))
                .map(f -> new Keyed(f.series().key(), f))
                .sorted(Comparator.comparing(Keyed::key, Bytes.ORDER))
                .map(Keyed::found)
                .toList();
    }

    private boolean holds(Series series, Row row) {
        Condition where = select.where().orElseThrow();
        return Holds.in(where, name -> value(series, row, name));
    }

    private Points.Wanted wanted(Map<Integer, Found> found, Span span) {
        return new Points.Wanted(measurement, fields, List.copyOf(found.keySet()), span.from(), span.until());
    }
}
