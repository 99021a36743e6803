package cn.zhengai.server.pull;

import cn.zhengai.testkit.database.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** What is usually done: ask for rows newer than the newest one seen, again and again. Kept to show what it loses. */
final class PlainWatermark implements AutoCloseable {
    private final PostgresServer server;
    private final Set<Long> seen = new HashSet<>();
    private final Thread thread = new Thread(this::work, "plain-watermark");
    private volatile boolean ending;
    private String newest = "1970-01-01";

    PlainWatermark(PostgresServer server) {
        this.server = server;
        thread.start();
    }

    private void work() {
        while (!ending) {
            try {
                pull();
            } catch (SQLException killed) {
                synchronized (server) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private void pull() throws SQLException {
        try (Connection connection = server.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select id, written from score" + " where written > ?::timestamptz order by written")) {
            query.setString(1, newest);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getLong(1));
                    newest = rows.getString(2);
                }
            }
        }
    }

    /** All it ever saw, once more asked at the end. */
    Set<Long> seen() throws SQLException {
        close();
        pull();
        return seen;
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
