package cn.zhengai.storage.jdbc;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of any table of the ledger.
 *
 * @param values by column: {@code Long}, {@code String}, {@code byte[]} or null; what the database makes up itself is
 *     left out
 */
public record LedgerRow(String table, SortedMap<String, @Nullable Object> values) {
    public LedgerRow {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** @throws IllegalArgumentException when there is no text in that column */
    public String text(String column) {
        if (values.get(column) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(table + "." + column + " is no text");
    }

    /** @throws IllegalArgumentException when there is no number in that column */
    public long number(String column) {
        if (values.get(column) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(table + "." + column + " is no number");
    }

    /** The same with something else in a column. */
    public LedgerRow with(String column, Object value) {
        SortedMap<String, @Nullable Object> other = new TreeMap<>(values);
        other.put(column, value);
        return new LedgerRow(table, other);
    }
}
