package cn.zhengai.storage.influxdb.write;

import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.line.Lines;

/** Points on their way, sent in large requests: memory is bounded by one. */
final class Outgoing {
    private static final int POINTS = 5_000;
    private static final int CHARACTERS = 4 << 20;

    private final Connection connection;
    private final Lines lines = new Lines(1 << 20);

    Outgoing(Connection connection) {
        this.connection = connection;
    }

    /** To append to; {@link #grown} after it. */
    Lines lines() {
        return lines;
    }

    /** Sends what has come together when it is enough. */
    void grown() {
        if (lines.points() >= POINTS || lines.length() >= CHARACTERS) {
            flush();
        }
    }

    /** When it returns everything so far is durable. */
    void flush() {
        if (lines.points() > 0) {
            connection.write(lines.take());
        }
    }

    /** Forgets what was not sent. */
    void drop() {
        lines.take();
    }
}
