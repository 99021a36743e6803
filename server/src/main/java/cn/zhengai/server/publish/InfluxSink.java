package cn.zhengai.server.publish;

import cn.zhengai.dashboards.point.LineProtocol;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.storage.influxdb.client.Connection;
import java.util.List;

/** Keeps points in a database of InfluxDB; whoever opened the connection closes it. */
public final class InfluxSink implements PointSink {
    private final Connection connection;

    public InfluxSink(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(List<Point> points) {
        connection.write(LineProtocol.text(points));
    }
}
