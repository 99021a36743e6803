package cn.zhengai.storage.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of a ledger as they are, whatever a later version adds to them. */
public final class LedgerTables {
    /** Flyway's own, which each ledger keeps for itself. */
    private static final String OF_FLYWAY = "schema_version";

    private static final int ROWS_AT_ONCE = 1000;

    private LedgerTables() {}

    /** How many rows each table has, by its name. */
    public static SortedMap<String, Long> rows(LedgerPlace place) {
        return place.read("统计账本", handle -> {
            SortedMap<String, Long> rows = new TreeMap<>();
            of(handle, place.dialect())
                    .keySet()
                    .forEach(table -> rows.put(
                            table,
                            handle.select("SELECT COUNT(*) FROM " + table)
                                    .mapTo(Long.class)
                                    .one()));
            return rows;
        });
    }

    /** Every row of a table, any order; the sink is called while they are read. */
    public static void each(LedgerPlace place, String table, Consumer<LedgerRow> sink) {
        place.read("读取账本", handle -> {
            each(handle, place.dialect(), table, sink);
            return handle;
        });
    }

    static void each(Handle handle, Dialect dialect, String table, Consumer<LedgerRow> sink) {
        SortedMap<String, Kind> columns = of(handle, dialect).getOrDefault(table, new TreeMap<>());
        handle.createQuery("SELECT " + String.join(", ", columns.keySet()) + " FROM " + table)
                .setFetchSize(ROWS_AT_ONCE)
                .map(Row.as(row -> read(table, columns, row)))
                .forEach(sink);
    }

    private static LedgerRow read(String table, SortedMap<String, Kind> columns, Row row) throws SQLException {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        for (Map.Entry<String, Kind> column : columns.entrySet()) {
            values.put(column.getKey(), column.getValue().read(row, column.getKey()));
        }
        return new LedgerRow(table, values);
    }

    /** Columns by table, without those that the database makes up itself. */
    static SortedMap<String, SortedMap<String, Kind>> of(Handle handle, Dialect dialect) {
        SortedMap<String, SortedMap<String, Kind>> tables = new TreeMap<>();
        handle.select(dialect.columns())
                .map((row, context) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .forEach(found -> {
                    if (!found.get(0).equals(OF_FLYWAY)) {
                        tables.computeIfAbsent(found.get(0), t -> new TreeMap<>())
                                .put(found.get(1), Kind.of(found.get(2)));
                    }
                });
        return tables;
    }

    /** So that each comes after those it refers to. */
    static List<String> inOrder(Handle handle, Set<String> tables) {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        tables.forEach(table -> parents.put(table, parents(handle, table)));
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < tables.size()) {
            List<String> next = parents.keySet().stream()
                    .filter(table -> !ordered.contains(table))
                    .filter(table -> ordered.containsAll(parents.get(table)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + parents);
            }
            ordered.addAll(next);
        }
        return ordered;
    }

    private static Set<String> parents(Handle handle, String table) {
        try {
            Set<String> parents = new TreeSet<>();
            DatabaseMetaData tables = handle.getConnection().getMetaData();
            try (ResultSet keys =
                    tables.getImportedKeys(null, handle.getConnection().getSchema(), table)) {
                while (keys.next()) {
                    parents.add(keys.getString("PKTABLE_NAME"));
                }
            }
            return parents;
        } catch (SQLException failed) {
            throw new ConnectionException(failed);
        }
    }

    /** What a column holds. */
    enum Kind {
        NUMBER,
        TEXT,
        BYTES;

        static Kind of(String declared) {
            return switch (declared) {
                case "INTEGER", "bigint" -> NUMBER;
                case "TEXT", "text" -> TEXT;
                case "BLOB", "bytea" -> BYTES;
                default -> throw new IllegalStateException("no column of the ledger is " + declared);
            };
        }

        @Nullable
        Object read(Row row, String column) throws SQLException {
            return switch (this) {
                case TEXT -> row.maybeString(column);
                case BYTES -> row.getBytes(column);
                case NUMBER -> {
                    long number = row.getLong(column);
                    yield row.wasNull() ? null : (Object) number;
                }
            };
        }
    }
}
