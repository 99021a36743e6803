package cn.zhengai.storage.duckdb.table;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.storage.duckdb.file.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Rows of {@link Schema#COLUMNS} as logged readings. Safe for use by many threads. */
public final class Rows {
    private static final int AT_ONCE = 10_000;

    private final SeriesIds ids;
    private final Heads heads;

    public Rows(SeriesIds ids, Heads heads) {
        this.ids = ids;
        this.heads = heads;
    }

    /** The answer to a text that comes again and again. */
    public List<Logged> list(Session session, String sql, List<?> parameters) throws SQLException {
        List<Row> rows = new ArrayList<>();
        session.query(sql, parameters, row -> rows.add(new Row(row.getLong(1), row.getInt(8), reading(row))));
        List<Logged> all = new ArrayList<>(rows.size());
        handOn(session, rows, all::add);
        return all;
    }

    /** Hands on the answer to a text made for this one question, in its order. */
    public void each(Session session, String sql, List<?> parameters, Consumer<Logged> sink) throws SQLException {
        List<Row> waiting = new ArrayList<>();
        session.once(sql, parameters, row -> {
            waiting.add(new Row(row.getLong(1), row.getInt(8), reading(row)));
            if (waiting.size() == AT_ONCE) {
                handOn(session, waiting, sink);
            }
        });
        handOn(session, waiting, sink);
    }

    private void handOn(Session session, List<Row> waiting, Consumer<Logged> sink) throws SQLException {
        Set<Integer> numbers = new HashSet<>();
        for (Row row : waiting) {
            numbers.add(row.batch);
        }
        Map<Integer, BatchHead> known = heads.of(session, numbers);
        for (Row row : waiting) {
            BatchHead head = known.get(row.batch);
            if (head == null) {
                throw new SQLException(
                        "corrupt: reading " + row.seq + " is of batch " + row.batch + ", which is missing");
            }
            sink.accept(new Logged(row.seq, head, row.reading));
        }
        waiting.clear();
    }

    private Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                ids.series(row.getInt(2)),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getInt(9));
    }

    private record Row(long seq, int batch, Reading reading) {}
}
