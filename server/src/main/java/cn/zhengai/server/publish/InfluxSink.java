package cn.zhengai.server.publish;

import cn.zhengai.dashboards.point.LineProtocol;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.storage.influxdb.client.Connection;
import java.util.List;

/** Keeps points in a database of InfluxDB; its connections end with the process or when they were idle for some minutes. */
public final class InfluxSink implements PointSink {
    private final Connection connection;

    /** Does not call it yet. */
    public InfluxSink(InfluxAccess access) {
        this.connection =
                Connection.to(access.url(), access.token(), access.org(), access.database(), access.patience());
    }

    @Override
    public void write(List<Point> points) {
        connection.write(LineProtocol.text(points));
    }
}
