package cn.zhengai.storage.results.table;

import cn.zhengai.dashboards.point.FieldValue;
import cn.zhengai.dashboards.point.LineProtocol;
import cn.zhengai.dashboards.point.Point;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Points of one measurement that come together, each time of each series once. For one thread, used once. */
final class Batch {
    private final PointTable table;
    private final Directory directory;
    private final Map<Place, @Nullable FieldValue[]> rows = new LinkedHashMap<>();

    private record Place(int series, long time) {}

    Batch(PointTable table, Directory directory) {
        this.table = table;
        this.directory = directory;
    }

    void add(Point point) {
        Map<String, String> tags = new TreeMap<>();
        point.tags().forEach((name, value) -> tags.put(name, LineProtocol.tag(value)));
        List<String> fields = table.fields();
        @Nullable
        FieldValue[] row = rows.computeIfAbsent(
                new Place(directory.number(tags), point.nanos()), p -> new @Nullable FieldValue[fields.size()]);
        for (int i = 0; i < row.length; i++) {
            FieldValue value = point.fields().get(fields.get(i));
            row[i] = value == null ? row[i] : value;
        }
    }

    /** Within a transaction: what is newer than all of its series is appended, the rest is looked for first. */
    void write(Connections.Writing writing) throws SQLException {
        boolean waits = false;
        try (DuckDBAppender fresh = writing.appender(table.name());
                DuckDBAppender waiting = writing.appender(table.waiting())) {
            for (Map.Entry<Place, @Nullable FieldValue[]> row : rows.entrySet()) {
                Place place = row.getKey();
                boolean newer = place.time > directory.newest(place.series);
                waits |= !newer;
                append(newer ? fresh : waiting, place, row.getValue());
            }
        }
        if (waits) {
            writing.execute(table.merge());
        }
    }

    /** After the transaction. */
    void kept() {
        rows.keySet().forEach(place -> directory.kept(place.series, place.time));
    }

    private static void append(DuckDBAppender out, Place place, @Nullable FieldValue[] row) throws SQLException {
        out.beginRow();
        out.append(place.series).append(place.time);
        for (FieldValue value : row) {
            append(out, value);
        }
        out.endRow();
    }

    private static void append(DuckDBAppender out, @Nullable FieldValue value) throws SQLException {
        if (value == null) {
            out.appendNull();
        } else if (value instanceof FieldValue.Decimal decimal) {
            out.append(decimal.value());
        } else if (value instanceof FieldValue.Whole whole) {
            out.append(whole.value());
        } else if (value instanceof FieldValue.Truth truth) {
            out.append(truth.value());
        } else if (value instanceof FieldValue.Text text) {
            out.append(LineProtocol.text(text));
        }
    }
}
