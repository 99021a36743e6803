package cn.zhengai.storage.influxdb.write;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.client.Row;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.table.Rows;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks what stands where new readings will stand. Many subjects of a point at one instant are one question, or many instants
 * of one series, whichever is fewer.
 */
final class Meetings {
    private static final int SUBJECTS = 200;
    private static final String BOTH = Schema.READING + ", " + Schema.HISTORY;

    private final Connection connection;
    private final SeriesIndex index;

    Meetings(Connection connection, SeriesIndex index) {
        this.connection = connection;
        this.index = index;
    }

    /** Of each key; those of which nothing stands have an empty one. */
    Map<Key, Standing> at(Collection<Key> keys) {
        Map<Key, Standing> standing = new HashMap<>();
        keys.forEach(key -> standing.put(key, new Standing()));
        Map<String, List<Key>> byPoint = keys.stream()
                .collect(Collectors.groupingBy(key -> key.series().point(), TreeMap::new, Collectors.toList()));
        byPoint.forEach((point, some) -> questions(point, some).forEach(where -> ask(where, standing)));
        return standing;
    }

    private static List<String> questions(String point, List<Key> keys) {
        Map<Long, Set<String>> byInstant = new TreeMap<>();
        Map<Series, TreeSet<Long>> bySeries = new HashMap<>();
        for (Key key : keys) {
            byInstant
                    .computeIfAbsent(key.at(), at -> new LinkedHashSet<>())
                    .add(key.series().subject());
            bySeries.computeIfAbsent(key.series(), series -> new TreeSet<>()).add(key.at());
        }
        String ofPoint = Literals.is(Schema.POINT, point);
        List<String> questions = new ArrayList<>();
        if (bySeries.size() < byInstant.size()) {
            bySeries.forEach((series, instants) -> questions.add(ofPoint + " AND "
                    + Literals.is(Schema.SUBJECT, series.subject())
                    + Literals.span(instants.first(), instants.last() + 1)));
        } else {
            byInstant.forEach((at, subjects) -> parts(subjects)
                    .forEach(part -> questions.add(
                            ofPoint + " AND " + Literals.in(Schema.SUBJECT, part) + Literals.span(at, at + 1))));
        }
        return questions;
    }

    private static List<List<String>> parts(Set<String> subjects) {
        List<String> all = List.copyOf(subjects);
        List<List<String>> parts = new ArrayList<>();
        for (int first = 0; first < all.size(); first += SUBJECTS) {
            parts.add(all.subList(first, Math.min(all.size(), first + SUBJECTS)));
        }
        return parts;
    }

    private void ask(String where, Map<Key, Standing> standing) {
        Rows rows = new Rows(index);
        connection.ask(Schema.select(Rows.FIELD, BOTH, where, Rows.GROUPS), row -> {
            Standing there = standing.get(new Key(rows.series(row), Rows.at(row)));
            if (there != null) {
                stands(rows, row, there);
            }
        });
    }

    private static void stands(Rows rows, Row row, Standing there) {
        Logged logged = rows.logged(row);
        if (Rows.isHistory(row)) {
            there.history(logged);
        } else {
            there.shown(logged);
        }
    }
}
