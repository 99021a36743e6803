package cn.zhengai.storage.influxdb.write;

import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.table.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the store. InfluxDB overwrites a point of the same series and time and knows no transaction, so the order of writes
 * is what keeps readings: whatever would be overwritten is in the history before, with all that it met. A second owner that
 * does the same over again, sooner or later, writes the same points; all that a late one can spoil is what is <em>shown</em>
 * of an instant that has a history, which readers do not trust.
 */
public final class InfluxWriter implements ReadingWriter {
    private static final Logger LOG = LoggerFactory.getLogger(InfluxWriter.class);

    private final Places places;
    private final Connection connection;
    private final Points points;
    private final Newest newest;
    private final Meetings meetings;
    private final Outgoing outgoing;
    private final Map<Integer, Long> positions = new HashMap<>();

    public InfluxWriter(Connection connection, SeriesIndex index, Partitioning partitioning) {
        this.connection = connection;
        this.places = new Places(connection);
        this.points = new Points(partitioning);
        this.newest = new Newest(index);
        this.meetings = new Meetings(connection, index);
        this.outgoing = new Outgoing(connection);
    }

    @Override
    public long position(int partition) {
        Long known = positions.get(partition);
        return known != null ? known : places.recorded(partition);
    }

    @Override
    public void assigned(int partition) {
        positions.remove(partition);
        // First how far it is written, then what stands there: whoever had it before may still write between the two.
        long recorded = places.recorded(partition);
        newest.load(connection, partition);
        positions.put(partition, recorded);
    }

    @Override
    public void revoked(int partition) {
        positions.remove(partition);
    }

    @Override
    public void write(Delivery delivery) {
        int partition = delivery.partition();
        if (delivery.upTo() <= position(partition)) {
            return;
        }
        outgoing.drop();
        try {
            write(byInstant(delivery));
            record(delivery);
            outgoing.flush();
        } catch (PortException failed) {
            outgoing.drop();
            throw failed;
        }
        delivery.readings().stream()
                .map(Logged::reading)
                .filter(reading -> Literals.holds(reading.at()))
                .forEach(reading -> newest.saw(reading.series(), reading.at()));
        positions.put(partition, delivery.upTo());
    }

    private static Map<Key, List<Logged>> byInstant(Delivery delivery) {
        Map<Key, List<Logged>> byInstant = new LinkedHashMap<>();
        for (Logged logged : delivery.readings()) {
            if (Literals.holds(logged.reading().at())) {
                byInstant
                        .computeIfAbsent(Key.of(logged), key -> new ArrayList<>(1))
                        .add(logged);
            } else {
                LOG.error(
                        "采集值的时间超出时序库能保存的范围（1677 至 2262 年），没有保存：{} 时间 {}，分区 {} 第 {} 条",
                        logged.reading().series(),
                        logged.reading().at(),
                        delivery.partition(),
                        logged.seq());
            }
        }
        return byInstant;
    }

    private void write(Map<Key, List<Logged>> delivered) {
        List<Key> met = delivered.keySet().stream()
                .filter(key -> !newest.isBefore(key.series(), key.at()))
                .toList();
        Plan plan = Plan.of(delivered, met.isEmpty() ? Map.of() : meetings.at(met));
        for (List<Logged> chain : plan.chains()) {
            points.history(outgoing.lines(), chain);
            outgoing.grown();
        }
        outgoing.flush();
        for (Logged logged : plan.shown()) {
            points.inForce(outgoing.lines(), logged);
            outgoing.grown();
        }
    }

    /** One that was held up does not set back how far the log had come by the clock. */
    private void record(Delivery delivery) {
        boolean first = places.recorded(delivery.partition()) < delivery.upTo();
        if (first) {
            Places.write(outgoing.lines(), delivery);
        }
        outgoing.flush();
        if (first) {
            Places.recorded(outgoing.lines(), delivery);
        }
    }
}
