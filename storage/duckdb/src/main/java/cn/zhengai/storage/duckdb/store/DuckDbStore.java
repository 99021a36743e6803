package cn.zhengai.storage.duckdb.store;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.Summary;
import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.file.Session;
import cn.zhengai.storage.duckdb.store.Pages.Page;
import cn.zhengai.storage.duckdb.table.Filter;
import cn.zhengai.storage.duckdb.table.Heads;
import cn.zhengai.storage.duckdb.table.Rows;
import cn.zhengai.storage.duckdb.table.SeriesIds;
import cn.zhengai.storage.duckdb.table.Sql;
import cn.zhengai.storage.duckdb.table.Unsettled;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The tables as the reading store. A question sees every append that returned before it was asked, and is answered from
 * one snapshot; those about many series in pages.
 */
public final class DuckDbStore implements ReadingStore {
    private static final String READING = "读取";
    private static final String NEWEST = "SELECT series, max(instant) FROM (FROM log UNION ALL FROM settled UNION ALL"
            + " FROM superseded) WHERE seq <= $1 GROUP BY series";
    /** Keys of the log that are in force beside the settled ones; its rows that are no duplicates. */
    private static final String COUNTS = "WITH keys AS MATERIALIZED (SELECT DISTINCT series, instant FROM log),"
            + " chain AS ("
            + Sql.collapsed("FROM log UNION ALL SELECT * FROM settled SEMI JOIN keys USING (series, instant)"
                    + " UNION ALL SELECT * FROM superseded SEMI JOIN keys USING (series, instant)")
            + ")"
            + " SELECT (SELECT count(*) FROM settled)"
            + " + (SELECT count(*) FROM keys ANTI JOIN settled USING (series, instant)),"
            + " (SELECT count(*) FROM settled) + (SELECT count(*) FROM superseded)"
            + " + (SELECT count(*) FROM chain SEMI JOIN log USING (seq)),"
            + " (SELECT count(DISTINCT series) FROM (SELECT series FROM settled UNION ALL SELECT series FROM log))";

    private static final String LAST = "SELECT coalesce(max(last_seq), 0) FROM batch";
    private static final String LAST_SETTLED = "SELECT coalesce((SELECT min(seq) - 1 FROM log), (" + LAST + "))";
    private static final String LAST_BY = "SELECT coalesce(max(last_seq), 0) FROM batch WHERE recorded_at <= $1";

    private final Database database;
    private final SeriesIds ids;
    private final Rows rows;
    private final Unsettled unsettled;
    private final LongSupplier durable;
    private volatile boolean closed;

    /** @param durable number of the last reading that is durable and of whose series {@code unsettled} was told */
    public DuckDbStore(Database database, SeriesIds ids, Rows rows, Unsettled unsettled, LongSupplier durable) {
        this.database = database;
        this.ids = ids;
        this.rows = rows;
        this.unsettled = unsettled;
        this.durable = durable;
    }

    @Override
    public Knowledge known() {
        demandOpen();
        return Knowledge.in(0, durable.getAsLong());
    }

    @Override
    public Knowledge knownAt(Instant instant) {
        demandOpen();
        long known = durable.getAsLong();
        return ask(session -> {
            long[] last = new long[1];
            session.query(LAST_BY, List.of(Heads.nanos(instant)), row -> last[0] = row.getLong(1));
            return Knowledge.in(0, Math.min(known, last[0]));
        });
    }

    @Override
    public int partitionOf(Series series) {
        return 0;
    }

    @Override
    public List<Logged> read(Series series, long from, long until, Knowledge asOf) {
        demandOpen();
        int id = ids.find(series);
        if (id == 0 || from >= until) {
            return List.of();
        }
        Filter filter = Filter.of(id, from, until);
        boolean settled = !unsettled.has(id);
        return ask(session -> {
            List<Logged> found = new ArrayList<>();
            session.transaction(() -> {
                String sql = inForce(session, filter, settled, asOf);
                found.addAll(rows.list(session, sql + " ORDER BY instant", filter.values()));
            });
            return found;
        });
    }

    @Override
    public void latest(Set<String> points, Knowledge asOf, Consumer<Logged> sink) {
        each(new Pages(ids, unsettled).of(points), (session, page) -> {
            String sql = newest(session, page, asOf);
            rows.each(session, sql, page.filter().values(), sink);
        });
    }

    @Override
    public void summarise(Set<String> points, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        each(new Pages(ids, unsettled).of(points), (session, page) -> {
            Filter filter = page.filter().between(from, until);
            String sql = page.settled() && knowsAll(session, true, asOf)
                    ? Sums.ofSettled(filter)
                    : Sums.of(inForce(session, filter, page.settled(), asOf));
            session.once(sql, filter.values(), row -> sink.accept(Sums.summary(row, ids)));
        });
    }

    @Override
    public void summariseSeries(
            Collection<Series> series, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        each(new Pages(ids, unsettled).ofSeries(series), (session, page) -> {
            Filter filter = page.filter().between(from, until);
            String sql = Sums.of(inForce(session, filter, page.settled(), asOf));
            session.once(sql, filter.values(), row -> sink.accept(Sums.summary(row, ids)));
        });
    }

    @Override
    public List<Logged> history(Collection<Series> series, Knowledge asOf) {
        demandOpen();
        List<Integer> wanted =
                series.stream().map(ids::find).filter(id -> id != 0).distinct().toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        String sql = "FROM (" + Sql.ever(Filter.ofIds(wanted)) + ") WHERE seq <= $1 ORDER BY seq";
        return ask(session -> {
            List<Logged> all = new ArrayList<>();
            rows.each(session, sql, List.of(asOf.through(0)), all::add);
            return all;
        });
    }

    @Override
    public List<Logged> revisions(Series series, long at) {
        demandOpen();
        int id = ids.find(series);
        if (id == 0) {
            return List.of();
        }
        Filter filter = Filter.at(id, at);
        return ask(session -> rows.list(session, Sql.ever(filter) + " ORDER BY seq", filter.values()));
    }

    @Override
    public void newest(Knowledge asOf, NewestSink sink) {
        demandOpen();
        database.perform(
                READING,
                session -> session.query(
                        NEWEST,
                        List.of(asOf.through(0)),
                        row -> sink.accept(ids.series(row.getInt(1)), row.getLong(2))));
    }

    @Override
    public List<Change> changes(ChangeQuery query) {
        demandOpen();
        if (query.points().isEmpty()) {
            return List.of();
        }
        ChangeSql sql = ChangeSql.of(query);
        List<Logged> pairs = new ArrayList<>();
        database.perform(
                READING, session -> rows.each(session, sql.page(), sql.filter().values(), pairs::add));
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            changes.add(new Change(pairs.get(i), pairs.get(i + 1)));
        }
        return changes;
    }

    @Override
    public List<ChangeCount> changed(ChangeQuery query) {
        demandOpen();
        if (query.points().isEmpty()) {
            return List.of();
        }
        ChangeSql sql = ChangeSql.of(query);
        List<ChangeCount> counts = new ArrayList<>();
        database.perform(
                READING,
                session -> session.once(
                        sql.counts(),
                        sql.filter().values(),
                        row -> counts.add(new ChangeCount(row.getString(1), row.getString(2), row.getLong(3)))));
        return counts;
    }

    @Override
    public Counts counts() {
        demandOpen();
        long[] found = new long[3];
        ask(session -> {
            session.query(COUNTS, List.of(), row -> {
                for (int i = 0; i < found.length; i++) {
                    found[i] = row.getLong(i + 1);
                }
            });
            return found;
        });
        return new Counts(found[0], found[1] - found[0], found[2]);
    }

    /** Refuses further calls; the file stays open for the log. */
    @Override
    public void close() {
        closed = true;
    }

    private static String inForce(Session session, Filter filter, boolean settled, Knowledge asOf) throws SQLException {
        if (!knowsAll(session, settled, asOf)) {
            return Sql.inForce(filter, asOf);
        }
        return settled ? Sql.settled(filter) : Sql.inForce(filter);
    }

    private static String newest(Session session, Page page, Knowledge asOf) throws SQLException {
        if (!knowsAll(session, page.settled(), asOf)) {
            return Sql.newest(page.filter(), asOf);
        }
        return page.settled() ? Sql.newestSettled(page.filter()) : Sql.newest(page.filter());
    }

    /** Nothing of the tables a question looks at was logged later; of settled series that is all before the log. */
    private static boolean knowsAll(Session session, boolean settled, Knowledge asOf) throws SQLException {
        return asOf.equals(NOW) || session.number(settled ? LAST_SETTLED : LAST) <= asOf.through(0);
    }

    private void each(List<Page> pages, PageWork work) {
        demandOpen();
        database.perform(
                READING,
                session -> session.transaction(() -> {
                    for (Page page : pages) {
                        work.on(session, page);
                    }
                }));
    }

    private <T> T ask(Database.Work<T> question) {
        return database.run(READING, question);
    }

    private void demandOpen() {
        if (closed) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值库已关闭。");
        }
    }

    /** Asks one page. */
    @FunctionalInterface
    private interface PageWork {
        void on(Session session, Page page) throws SQLException;
    }
}
