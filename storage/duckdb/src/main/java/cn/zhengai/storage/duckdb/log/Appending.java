package cn.zhengai.storage.duckdb.log;

import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.storage.duckdb.file.Session;
import cn.zhengai.storage.duckdb.table.Heads;
import cn.zhengai.storage.duckdb.table.SeriesIds;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** The rows of one transaction of the log. Used once. */
final class Appending {
    private final SeriesIds ids;
    private final List<Tail.Run> runs = new ArrayList<>();
    private final BitSet series = new BitSet();
    private final int firstBatch;
    private long lastSeq;
    private int lastSeries;

    /**
     * @param lastSeq number of the last durable reading
     * @param lastBatch number of the last durable batch
     */
    Appending(SeriesIds ids, long lastSeq, int lastBatch) {
        this.ids = ids;
        this.lastSeq = lastSeq;
        this.firstBatch = lastBatch + 1;
    }

    /** Inside a transaction. */
    void write(Session session, List<Batch> batches) throws SQLException {
        try (DuckDBAppender rows = session.appender("log")) {
            for (Batch batch : batches) {
                if (!batch.readings().isEmpty()) {
                    write(rows, batch);
                }
            }
        }
        try (DuckDBAppender rows = session.appender("batch")) {
            for (int i = 0; i < runs.size(); i++) {
                write(rows, firstBatch + i, runs.get(i));
            }
        }
        lastSeries = ids.write(session);
    }

    private void write(DuckDBAppender rows, Batch batch) throws SQLException {
        int number = firstBatch + runs.size();
        List<Reading> readings = ours(batch.readings());
        runs.add(new Tail.Run(lastSeq + 1, batch.head(), readings));
        for (Reading reading : readings) {
            int id = ids.give(reading.series());
            series.set(id);
            lastSeq++;
            rows.beginRow();
            rows.append(lastSeq)
                    .append(id)
                    .append(reading.at())
                    .append(reading.position())
                    .append(reading.numerator())
                    .append(reading.denominator())
                    .append(reading.revision())
                    .append(number)
                    .append(reading.row());
            rows.endRow();
        }
    }

    private static void write(DuckDBAppender rows, int number, Tail.Run run) throws SQLException {
        BatchHead head = run.head();
        rows.beginRow();
        rows.append(number)
                .append(head.id())
                .append(head.source())
                .append(Heads.nanos(head.recordedAt()))
                .append(head.history())
                .append(run.first() + run.readings().size() - 1);
        if (head.reason().isPresent()) {
            rows.append(head.reason().get());
        } else {
            rows.appendNull();
        }
        rows.endRow();
    }

    /** The same list when every series is known already. */
    private List<Reading> ours(List<Reading> readings) {
        for (Reading reading : readings) {
            if (!ids.isOurs(reading.series())) {
                return readings.stream().map(this::ours).toList();
            }
        }
        return readings;
    }

    private Reading ours(Reading r) {
        Series series = ids.ours(r.series());
        return new Reading(series, r.at(), r.position(), r.numerator(), r.denominator(), r.revision(), r.row());
    }

    List<Tail.Run> runs() {
        return runs;
    }

    BitSet series() {
        return series;
    }

    int lastSeries() {
        return lastSeries;
    }
}
