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
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        Optional<Map<Long, Set<String>>> limited = select.seriesLimit().stream()
                .mapToObj(n -> limited(found, n, span))
                .findFirst();
        limited.ifPresent(l ->
                found.values().removeIf(f -> l.values().stream().noneMatch(v -> v.contains(tag(f.series())))));
        int[] count = {0};
        points.read(wanted(found, fields, span), (number, time, values) -> {
            Found of = found.get(number);
            Row row = Row.of(time, values);
            if (of != null
                    && (certain.contains(number) || holds(of.series(), row))
                    && limited.map(l -> within(l, of.series(), time)).orElse(true)) {
                of.rows().add(row);
                demandFew(++count[0]);
            }
        });
        return sorted(found);
    }

    private boolean within(Map<Long, Set<String>> limited, Series series, long time) {
        return limited.getOrDefault(Shards.of(time), Set.of()).contains(tag(series));
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

    /** In each shard the first so many values of the tag, whether they have anything of what is asked or not. */
    private Map<Long, Set<String>> limited(Map<Integer, Found> found, int limit, Span span) {
        Map<Long, TreeSet<String>> values = new HashMap<>();
        Span whole = Shards.whole(span);
        points.stretches(
                wanted(found, List.of(), whole),
                new Points.Stretch(Shards.LENGTH, Shards.OFFSET),
                (number, shard) -> Optional.ofNullable(found.get(number))
                        .ifPresent(of -> values.computeIfAbsent(shard, s -> new TreeSet<>(Bytes.ORDER))
                                .add(tag(of.series()))));
        Map<Long, Set<String>> limited = new HashMap<>();
        values.forEach(
                (shard, all) -> limited.put(shard, all.stream().limit(limit).collect(Collectors.toSet())));
        return limited;
    }

    /** Of the only tag grouped by. */
    private String tag(Series series) {
        return series.tags().getOrDefault(select.grouping().tags().get(0), "");
    }

    private Points.Wanted wanted(Map<Integer, Found> found, List<String> of, Span span) {
        return new Points.Wanted(measurement, of, List.copyOf(found.keySet()), span.from(), span.until());
    }
}
