package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row as it is read. Texts come back as they were given, whatever the database cannot hold: see {@link Dialect}. */
final class Row {
    private final ResultSet row;
    private final ColumnMapper<String> texts;
    private final StatementContext context;

    private Row(ResultSet row, StatementContext context) {
        this.row = row;
        this.texts = context.findColumnMapperFor(String.class).orElseThrow();
        this.context = context;
    }

    /** What is read of a row. */
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    /** A reading as Jdbi wants it. */
    static <T> RowMapper<T> as(Reading<T> reading) {
        return new RowMapper<>() {
            @Override
            public T map(ResultSet rows, StatementContext context) throws SQLException {
                return reading.of(new Row(rows, context));
            }

            @Override
            public RowMapper<T> specialize(ResultSet rows, StatementContext context) {
                Row row = new Row(rows, context);
                return (same, again) -> reading.of(row);
            }
        };
    }

    String getString(String column) throws SQLException {
        String text = maybeString(column);
        if (text == null) {
            throw new PortException(Trouble.CORRUPT, "账本中 " + column + " 没有内容");
        }
        return text;
    }

    /** Null for NULL. */
    @Nullable
    String maybeString(String column) throws SQLException {
        return texts.map(row, row.findColumn(column), context);
    }

    /** 0 for NULL. */
    long getLong(String column) throws SQLException {
        return row.getLong(column);
    }

    /** 0 for NULL. */
    int getInt(String column) throws SQLException {
        return row.getInt(column);
    }

    byte[] getBytes(String column) throws SQLException {
        return row.getBytes(column);
    }

    /** Whether the number read last was NULL. */
    boolean wasNull() throws SQLException {
        return row.wasNull();
    }
}
