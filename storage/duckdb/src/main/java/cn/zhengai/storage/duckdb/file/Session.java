package cn.zhengai.storage.duckdb.file;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** One connection and the statements prepared on it. Used by one thread at a time. */
public final class Session {
    private static final int STATEMENTS = 32;

    private final DuckDBConnection connection;
    /** By text, the longest unused first. DuckDB plans a statement anew by itself when a table it names was replaced. */
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

    Session(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Runs statements that answer nothing. */
    public void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * Hands every row to {@code row}; parameters are {@code $1}, {@code $2} ..., each may be named often. For texts that
     * come again and again: the statement is kept. The answer is whole before the first row is handed on, so
     * {@code row} may ask on.
     */
    public void query(String sql, List<?> parameters, Row row) throws SQLException {
        ask(statement(sql), parameters, row);
    }

    /** As {@link #query} for a text that is made for this one question. */
    public void once(String sql, List<?> parameters, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ask(statement, parameters, row);
        }
    }

    private static void ask(PreparedStatement statement, List<?> parameters, Row row) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                row.accept(result);
            }
        }
    }

    /** The one number a query answers with; 0 for none. */
    public long number(String sql) throws SQLException {
        long[] answer = new long[1];
        query(sql, List.of(), row -> answer[0] = row.getLong(1));
        return answer[0];
    }

    /**
     * All of {@code work} or nothing; readers see nothing of it before the end.
     *
     * <p>By statement, not by the driver's auto-commit switch: appenders do not join that one, and a kill would leave
     * part of a batch.
     */
    public void transaction(Part work) throws SQLException {
        execute("BEGIN TRANSACTION");
        boolean done = false;
        try {
            work.run();
            execute("COMMIT");
            done = true;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** Rows are there for others after the end of the transaction; close before that. */
    public DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(table);
    }

    /** As {@link #appender} for a table of this connection alone. */
    public DuckDBAppender temporaryAppender(String table) throws SQLException {
        return connection.createAppender("temp", "main", table);
    }

    /** A failed COMMIT has rolled back by itself, and an invalid file refuses this call too: neither hides the cause. */
    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException nothingToRollBack) {
            close();
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        if (prepared.size() >= STATEMENTS) {
            String eldest = prepared.keySet().iterator().next();
            PreparedStatement old = prepared.remove(eldest);
            if (old != null) {
                old.close();
            }
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        prepared.put(sql, fresh);
        return fresh;
    }

    boolean usable() throws SQLException {
        return !connection.isClosed();
    }

    void close() {
        try {
            connection.close();
        } catch (SQLException invalid) {
            prepared.clear();
        }
    }

    /** Takes a row of an answer; the row is gone afterwards. */
    @FunctionalInterface
    public interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    /** Part of a transaction. */
    @FunctionalInterface
    public interface Part {
        void run() throws SQLException;
    }
}
