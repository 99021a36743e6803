package cn.zhengai.storage.duckdb.table;

import cn.zhengai.storage.duckdb.file.Session;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/**
 * Which series may have readings in {@code log}. A series that is not among them is answered from the sorted table
 * alone. May name too many, never too few. Safe for use by many threads.
 */
public final class Unsettled {
    private BitSet series = new BitSet();
    private BitSet since = new BitSet();
    /** One load at a time: a second would forget what came in since the first began. */
    private final Object loading = new Object();

    /** Readings of these came in; called before their append returns. */
    public synchronized void add(BitSet ids) {
        series.or(ids);
        since.or(ids);
    }

    public synchronized boolean has(int id) {
        return series.get(id);
    }

    /** Takes the place of what was known by what the log holds now. */
    public void load(Session session) throws SQLException {
        synchronized (loading) {
            synchronized (this) {
                since = new BitSet();
            }
            BitSet found = new BitSet();
            session.query("SELECT DISTINCT series FROM log", List.of(), row -> found.set(row.getInt(1)));
            synchronized (this) {
                found.or(since);
                series = found;
            }
        }
    }
}
