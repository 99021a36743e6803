package cn.zhengai.server.publish;

import cn.zhengai.dashboards.point.LineProtocol;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.storage.influxdb.InfluxReadings;
import java.util.List;

/** Keeps points in a database of InfluxDB; whoever opened it closes it. */
public final class InfluxSink implements PointSink {
    private final InfluxReadings influx;

    public InfluxSink(InfluxReadings influx) {
        this.influx = influx;
    }

    @Override
    public void write(List<Point> points) {
        influx.write(LineProtocol.text(points));
    }
}
