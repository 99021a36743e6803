package cn.zhengai.storage.results.table;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.dashboards.schema.Meters;
import cn.zhengai.dashboards.schema.Published;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All points, as of their measurements. A point of the same measurement, tags and time goes over the one that is there,
 * field by field. Of what is measured without end a week is kept. Opened with the first call. Safe for use by many threads.
 */
public final class Points implements AutoCloseable {
    private static final List<Measurement> MEASUREMENTS =
            Stream.concat(Published.all().stream(), Meters.all().stream()).toList();

    private static final long KEPT = Duration.ofDays(7).toNanos();
    private static final long SLACK = Duration.ofDays(1).toNanos();

    private final Path overflow;
    private final Map<String, PointTable> tables = new LinkedHashMap<>();
    private final Map<String, Directory> directories = new LinkedHashMap<>();
    private final List<PointTable> endless;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final Object writers = new Object();
    private volatile @Nullable Connections connections;
    private volatile boolean closed;
    private long oldest = Long.MAX_VALUE;

    /** @param overflow folder of what does not fit into memory; need not be there */
    public Points(Path overflow) {
        this.overflow = overflow;
        for (Measurement measurement : MEASUREMENTS) {
            tables.put(measurement.name(), new PointTable(measurement));
            directories.put(measurement.name(), new Directory());
        }
        this.endless = Stream.concat(Stream.of(Published.PUBLICATION), Meters.all().stream())
                .map(measurement -> table(measurement.name()))
                .toList();
    }

    /** What can be kept. */
    public static List<Measurement> measurements() {
        return MEASUREMENTS;
    }

    private PointTable table(String measurement) {
        PointTable table = tables.get(measurement);
        if (table == null) {
            throw new IllegalArgumentException("no such measurement: " + measurement);
        }
        return table;
    }

    private Directory directory(String measurement) {
        Directory directory = directories.get(measurement);
        if (directory == null) {
            throw new IllegalArgumentException("no such measurement: " + measurement);
        }
        return directory;
    }

    /** Keeps all or none. */
    public void write(List<Point> points) {
        Map<String, Batch> batches = new LinkedHashMap<>();
        for (Point point : points) {
            String name = point.measurement().name();
            batches.computeIfAbsent(name, n -> new Batch(table(n), directory(n)))
                    .add(point);
        }
        synchronized (writers) {
            perform(use.readLock(), writing -> {
                for (Batch batch : batches.values()) {
                    batch.write(writing);
                }
            });
            batches.values().forEach(Batch::kept);
            forget(points);
        }
    }

    private void perform(Lock lock, Connections.Task task) {
        lock.lock();
        try {
            opened().transaction(task);
        } catch (SQLException failure) {
            throw Connections.failed("写入", failure);
        } finally {
            lock.unlock();
        }
    }

    /** Nobody reads a table while it is exchanged. */
    private void forget(List<Point> points) {
        long newest = Long.MIN_VALUE;
        for (Point point : points) {
            if (point.measurement().name().equals(Published.PUBLICATION.name())) {
                newest = Math.max(newest, point.nanos());
                oldest = Math.min(oldest, point.nanos());
            }
        }
        if (newest != Long.MIN_VALUE && newest - oldest > KEPT + SLACK) {
            long before = newest - KEPT;
            List<String> forgetting = new ArrayList<>();
            endless.forEach(table -> forgetting.addAll(table.forget(before)));
            perform(use.writeLock(), writing -> writing.execute(forgetting));
            oldest = before;
        }
    }

    /** Every series of a measurement, by number. */
    public List<Series> series(String measurement) {
        return directory(measurement).all();
    }

    /** What is asked of the points of a measurement: from and until are nanoseconds, both included. */
    public record Wanted(String measurement, List<String> fields, List<Integer> series, long from, long until) {}

    /** Takes a point: number of its series, nanoseconds, values in the order wanted. */
    public interface Row {
        void take(int series, long time, @Nullable Object[] values);
    }

    /** Hands on each point in no order; nothing of what is written meanwhile. */
    public void read(Wanted wanted, Row out) {
        String columns =
                wanted.fields.stream().map(f -> ", " + PointTable.quoted(f)).collect(Collectors.joining());
        int count = wanted.fields.size();
        query("SELECT _series, _time" + columns, wanted, row -> {
            @Nullable Object[] values = new @Nullable Object[count];
            for (int i = 0; i < count; i++) {
                values[i] = row.getObject(i + 3);
            }
            out.take(row.getInt(1), row.getLong(2), values);
        });
    }

    private void query(String select, Wanted wanted, Connections.RowTask row) {
        if (wanted.series.isEmpty()) {
            demandOpen();
            return;
        }
        String sql = select + " FROM " + PointTable.quoted(wanted.measurement) + where(wanted);
        use.readLock().lock();
        try {
            demandOpen();
            Connections open = connections;
            if (open != null) {
                open.query(sql, row);
            }
        } catch (SQLException failure) {
            throw Connections.failed("读取", failure);
        } finally {
            use.readLock().unlock();
        }
    }

    private String where(Wanted wanted) {
        boolean all =
                wanted.series.size() == directory(wanted.measurement).all().size();
        String numbers = all
                ? ""
                : wanted.series.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", " AND _series IN (", ")"));
        return " WHERE _time BETWEEN " + wanted.from + " AND " + wanted.until + numbers;
    }

    private Connections opened() throws SQLException {
        demandOpen();
        Connections open = connections;
        if (open == null) {
            Connections fresh = Connections.open(overflow);
            List<String> creating = new ArrayList<>();
            tables.values().forEach(t -> creating.addAll(List.of(t.create(t.name()), t.create(t.waiting()))));
            try {
                fresh.transaction(writing -> writing.execute(creating));
            } catch (SQLException | RuntimeException failed) {
                fresh.close();
                throw failed;
            }
            connections = fresh;
            open = fresh;
        }
        return open;
    }

    private void demandOpen() {
        if (closed) {
            throw new PortException(Trouble.UNAVAILABLE, "看板结果已关闭。");
        }
    }

    /** Waits for calls under way. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            Connections open = connections;
            if (open != null) {
                open.close();
                connections = null;
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
