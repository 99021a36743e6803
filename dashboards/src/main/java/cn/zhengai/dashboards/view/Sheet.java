package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.answer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A table of fields, as Grafana makes one of an answer: {@code Time}, the tags, and what was asked. */
record Sheet(List<String> fields, List<List<@Nullable Object>> rows) {
    static final String TIME = "Time";

    /** The series of one answer below each other. */
    static Sheet of(List<Answer> answers) {
        List<String> fields = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Answer answer : answers) {
            List<String> tags = List.copyOf(new TreeMap<>(answer.tags()).keySet());
            if (fields.isEmpty()) {
                fields.add(TIME);
                fields.addAll(tags);
                fields.addAll(answer.columns().subList(1, answer.columns().size()));
            }
            for (List<@Nullable Object> values : answer.rows()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(values.get(0));
                tags.forEach(tag -> row.add(answer.tags().get(tag)));
                row.addAll(values.subList(1, values.size()));
                rows.add(row);
            }
        }
        return new Sheet(fields, rows);
    }

    /** Of no such field -1. */
    int place(String field) {
        return fields.indexOf(field);
    }

    @Nullable
    Object value(List<@Nullable Object> row, String field) {
        int place = place(field);
        return place < 0 ? null : row.get(place);
    }

    /** These places of every row, in this order. */
    Sheet pick(List<Integer> places) {
        return new Sheet(
                places.stream().map(fields::get).toList(),
                rows.stream().map(row -> picked(row, places)).toList());
    }

    private static List<@Nullable Object> picked(List<@Nullable Object> row, List<Integer> places) {
        List<@Nullable Object> picked = new ArrayList<>();
        places.forEach(place -> picked.add(row.get(place)));
        return picked;
    }

    /** So many rows at most. */
    Sheet first(int most) {
        return rows.size() <= most ? this : new Sheet(fields, rows.subList(0, most));
    }

    Sheet where(Predicate<List<@Nullable Object>> wanted) {
        return new Sheet(fields, rows.stream().filter(wanted).toList());
    }

    /** The rows of another below; a field that one has not is empty there. */
    Sheet with(Sheet other) {
        if (fields.isEmpty() || other.fields.isEmpty()) {
            return fields.isEmpty() ? other : this;
        }
        List<String> all = new ArrayList<>(fields);
        other.fields.stream().filter(f -> !all.contains(f)).forEach(all::add);
        List<List<@Nullable Object>> more = new ArrayList<>();
        for (Sheet part : List.of(this, other)) {
            part.rows.forEach(row -> {
                List<@Nullable Object> wide = new ArrayList<>();
                all.forEach(field -> wide.add(part.value(row, field)));
                more.add(wide);
            });
        }
        return new Sheet(all, more);
    }

    /** A field is one of numbers when every value of it is, and there is one. */
    boolean numeric(int place) {
        boolean any = false;
        for (List<@Nullable Object> row : rows) {
            Object value = row.get(place);
            if (value != null && !(value instanceof Number)) {
                return false;
            }
            any |= value != null;
        }
        return any;
    }
}
