package cn.zhengai.storage.results.table;

import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import java.util.List;
import java.util.stream.Collectors;

/** The table of one measurement: number of the series, nanoseconds, a column a field. And where changes wait. */
final class PointTable {
    static final String SERIES = "_series";
    static final String TIME = "_time";

    private final Measurement measurement;
    private final List<String> fields;

    PointTable(Measurement measurement) {
        this.measurement = measurement;
        this.fields = List.copyOf(measurement.fields().keySet());
    }

    String name() {
        return measurement.name();
    }

    String waiting() {
        return measurement.name() + "_waiting";
    }

    List<String> fields() {
        return fields;
    }

    String create(String table) {
        return measurement.fields().entrySet().stream()
                .map(f -> ", " + quoted(f.getKey()) + " " + type(f.getValue()))
                .collect(Collectors.joining(
                        "", "CREATE TABLE " + quoted(table) + " (" + SERIES + " INTEGER, " + TIME + " BIGINT", ")"));
    }

    /** What waits goes over what is there, field by field; absent fields leave what was. */
    List<String> merge() {
        String set = fields.stream()
                .map(f -> quoted(f) + " = coalesce(w." + quoted(f) + ", t." + quoted(f) + ")")
                .collect(Collectors.joining(", "));
        String same = "w._series = t._series AND w._time = t._time";
        return List.of(
                "UPDATE " + quoted(name()) + " t SET " + set + " FROM " + quoted(waiting()) + " w WHERE " + same,
                "INSERT INTO " + quoted(name()) + " SELECT w.* FROM " + quoted(waiting()) + " w ANTI JOIN "
                        + quoted(name()) + " t ON " + same,
                "TRUNCATE " + quoted(waiting()));
    }

    /** Only what is not older; what is dropped leaves no room behind. */
    List<String> forget(long before) {
        String kept = measurement.name() + "_kept";
        return List.of(
                create(kept),
                "INSERT INTO " + quoted(kept) + " SELECT * FROM " + quoted(name()) + " WHERE _time >= " + before,
                "DROP TABLE " + quoted(name()),
                "ALTER TABLE " + quoted(kept) + " RENAME TO " + quoted(name()));
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String type(FieldKind kind) {
        return switch (kind) {
            case DECIMAL -> "DOUBLE";
            case WHOLE -> "BIGINT";
            case TEXT -> "VARCHAR";
            case TRUTH -> "BOOLEAN";
        };
    }
}
