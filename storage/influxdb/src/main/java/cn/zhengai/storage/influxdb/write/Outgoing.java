package cn.zhengai.storage.influxdb.write;

import cn.zhengai.storage.influxdb.client.Ahead;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.line.Lines;

/** Points on their way, sent in large requests while the next is put together: memory is bounded by a few. */
final class Outgoing {
    private static final int POINTS = 5_000;
    private static final int CHARACTERS = 4 << 20;

    /** So many are under way. */
    private static final int REQUESTS = 2;

    private final Connection connection;
    private final Ahead<Integer> requests;
    private final Lines lines = new Lines(1 << 20);

    Outgoing(Connection connection) {
        this.connection = connection;
        this.requests = new Ahead<>(connection, REQUESTS, points -> {});
    }

    /** To append to; {@link #grown} after it. */
    Lines lines() {
        return lines;
    }

    /** Sends what has come together when it is enough. */
    void grown() {
        if (lines.points() >= POINTS || lines.length() >= CHARACTERS) {
            send();
        }
    }

    private void send() {
        int points = lines.points();
        String some = lines.take();
        requests.begin(() -> {
            connection.write(some);
            return points;
        });
    }

    /** When it returns everything so far is durable; until then requests may overtake each other. */
    void flush() {
        if (lines.points() > 0) {
            send();
        }
        requests.finish();
    }

    /** Forgets what was not sent; nothing is under way then. */
    void drop() {
        lines.take();
        requests.drop();
    }
}
