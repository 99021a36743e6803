package cn.zhengai.server.publish;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.dashboards.point.LineProtocol;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.storage.influxdb.client.Connection;
import java.time.Duration;
import java.util.List;

/** Keeps points in a database of InfluxDB; its connections end with the process or when they were idle for some minutes. */
public final class InfluxSink implements PointSink {
    /** Of one batch: a publication is of thousands, and begins anew when one of them is not kept. */
    private static final int ATTEMPTS = 4;

    private static final long LONG = Duration.ofSeconds(60).toNanos();

    private final Connection connection;

    /** Does not call it yet. */
    public InfluxSink(InfluxAccess access) {
        this.connection =
                Connection.to(access.url(), access.token(), access.org(), access.database(), access.patience());
    }

    @Override
    public void write(List<Point> points) {
        String lines = LineProtocol.text(points);
        long begun = System.nanoTime();
        int attempt = 1;
        while (!kept(lines, attempt == ATTEMPTS || System.nanoTime() - begun > LONG)) {
            attempt++;
        }
    }

    /** False when the same may be kept at another attempt; a server that makes many new series at once answers late. */
    private boolean kept(String lines, boolean last) {
        try {
            connection.write(lines);
            return true;
        } catch (PortException failed) {
            if (failed.trouble() != Trouble.UNAVAILABLE || last) {
                throw failed;
            }
            return false;
        }
    }
}
