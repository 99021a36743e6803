package cn.zhengai.server.oulad;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What plain SQL says about the raw tables, in a database of its own that lives in memory. */
final class Answers implements AutoCloseable {
    private static final List<String> SCRIPTS =
            List.of("1-raw.sql", "2-readings.sql", "3-bands.sql", "4-episodes.sql", "5-roll-ups.sql");

    private final Connection database;

    private Answers(Connection database) {
        this.database = database;
    }

    static Answers over(Path raw) throws SQLException, IOException {
        Answers answers = new Answers(DriverManager.getConnection("jdbc:duckdb:"));
        answers.run("SET VARIABLE raw = '" + raw.toString().replace("'", "''") + "'");
        for (String script : SCRIPTS) {
            for (String statement : text(script).split(";\n")) {
                answers.run(statement);
            }
        }
        return answers;
    }

    private static String text(String script) throws IOException {
        try (InputStream file = Answers.class.getResourceAsStream(script)) {
            if (file == null) {
                throw new AssertionError("not on the class path: " + script);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void run(String statement) throws SQLException {
        if (!statement.isBlank()) {
            try (Statement running = database.createStatement()) {
                running.execute(statement);
            }
        }
    }

    <T> List<T> ask(String query, Row<T> row) throws SQLException {
        try (Statement asking = database.createStatement();
                ResultSet found = asking.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row.of(found));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    /** Reads the row a result stands at. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
