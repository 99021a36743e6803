package cn.zhengai.storage.influxdb.write;

import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.client.Row;
import cn.zhengai.storage.influxdb.line.Lines;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.table.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far each partition is written, and how far the log had come at instants of the clock. */
public final class Places {
    private static final long HOUR = 3_600_000_000_000L;
    private static final String LAST = "last(\"seq\")";
    private static final String MOST = "max(\"seq\")";
    private static final String BY_PART = "\"part\"";

    private final Connection connection;

    public Places(Connection connection) {
        this.connection = connection;
    }

    /** What is written for good, of every partition. */
    public Knowledge known() {
        List<Long> places = new ArrayList<>();
        connection.ask(Schema.select(LAST, Schema.RECORDED, "", BY_PART), row -> farther(places, row));
        return new Knowledge(places);
    }

    /** As {@link cn.zhengai.core.port.ReadingStore#knownAt}, of what is written so far. */
    public Knowledge at(Instant instant) {
        long nanos = nanos(instant);
        long hour = Math.floorDiv(nanos, HOUR) * HOUR;
        List<Long> places = new ArrayList<>();
        connection.ask(Schema.select(MOST, Schema.PLACE_HOUR, "time < " + hour, BY_PART), row -> farther(places, row));
        connection.ask(
                Schema.select(MOST, Schema.PLACE, "time >= " + hour + " AND time <= " + nanos, BY_PART),
                row -> farther(places, row));
        return new Knowledge(places);
    }

    private static void farther(List<Long> places, Row row) {
        int part = Integer.parseInt(row.tag(Schema.PART));
        if (places.size() <= part) {
            places.addAll(Collections.nCopies(part + 1 - places.size(), 0L));
        }
        places.set(part, Math.max(places.get(part), row.number(1)));
    }

    long recorded(int partition) {
        return known().through(partition);
    }

    /** To be written when the readings are durable; the last line says so. */
    static void write(Lines lines, Delivery delivery) {
        Map<Long, Long> places = new TreeMap<>();
        Map<Long, Long> hours = new TreeMap<>();
        for (Logged logged : delivery.readings()) {
            long nanos = nanos(logged.head().recordedAt());
            places.merge(nanos, logged.seq(), Math::max);
            hours.merge(Math.max(Literals.FIRST, Math.floorDiv(nanos, HOUR) * HOUR), logged.seq(), Math::max);
        }
        places.forEach((at, seq) -> place(lines, Schema.PLACE, delivery.partition(), seq, at));
        hours.forEach((at, seq) -> place(lines, Schema.PLACE_HOUR, delivery.partition(), seq, at));
    }

    static void recorded(Lines lines, Delivery delivery) {
        place(lines, Schema.RECORDED, delivery.partition(), delivery.upTo(), delivery.upTo());
    }

    private static void place(Lines lines, String measurement, int partition, long seq, long at) {
        lines.point(measurement)
                .tag(Schema.PART, partition)
                .field(Schema.SEQ, seq)
                .at(at);
    }

    private static long nanos(Instant instant) {
        long seconds = instant.getEpochSecond();
        long limit = Literals.LAST / 1_000_000_000L - 1;
        return seconds > limit
                ? Literals.LAST
                : seconds < -limit ? Literals.FIRST : seconds * 1_000_000_000L + instant.getNano();
    }
}
