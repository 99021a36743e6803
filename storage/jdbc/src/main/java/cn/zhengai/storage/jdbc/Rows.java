package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Rows in and out. */
final class Rows {
    private Rows() {}

    /** Inserts a row for each item, as one batch; PostgreSQL's driver makes few statements of many. */
    static <T> void insert(Handle handle, String sql, List<T> items, Function<T, @Nullable Object[]> parameters) {
        update(handle, sql, items, parameters);
    }

    /** As {@link #insert}, one after another where the key is the same: a statement changes a row only once. */
    static <T> void upsert(
            Handle handle,
            String sql,
            List<T> items,
            Function<T, Object> key,
            Function<T, @Nullable Object[]> parameters) {
        List<T> together = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        for (T item : items) {
            if (!keys.add(key.apply(item))) {
                insert(handle, sql, together, parameters);
                together.clear();
                keys.clear();
                keys.add(key.apply(item));
            }
            together.add(item);
        }
        insert(handle, sql, together, parameters);
    }

    /**
     * Runs one statement for each item, as one batch.
     *
     * @return how many rows it changed
     */
    static <T> int update(Handle handle, String sql, List<T> items, Function<T, @Nullable Object[]> parameters) {
        if (items.isEmpty()) {
            return 0;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (T item : items) {
                batch.add(parameters.apply(item));
            }
            return Arrays.stream(batch.execute()).sum();
        }
    }

    static Instant instant(Row row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> maybeInstant(Row row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static <E extends Enum<E>> E constant(Class<E> type, Row row, String column) throws SQLException {
        String name = row.getString(column);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PortException(Trouble.CORRUPT, "账本中 " + column + " 的取值 " + name + " 无法识别"));
    }
}
