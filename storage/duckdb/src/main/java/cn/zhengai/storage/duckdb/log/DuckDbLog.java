package cn.zhengai.storage.duckdb.log;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.table.Rows;
import cn.zhengai.storage.duckdb.table.Schema;
import cn.zhengai.storage.duckdb.table.SeriesIds;
import cn.zhengai.storage.duckdb.table.Unsettled;
import java.util.List;
import java.util.OptionalLong;

/**
 * The tables as the message log: one partition, number 0; numbers rise by one with every reading taken in and survive a
 * restart. Readings that were settled are delivered too, so a consumer may begin at 0 at any time; it then sees every
 * reading that is or was in force, but not the duplicates between them.
 */
public final class DuckDbLog implements MessageLog {
    private static final String AFTER = "SELECT " + Schema.COLUMNS
            + " FROM (FROM log UNION ALL FROM settled UNION ALL FROM superseded)"
            + " WHERE seq > $1 AND seq <= $2 ORDER BY seq";

    private final Database database;
    private final Rows rows;
    private final Tail tail;
    private final Groups groups = new Groups();
    private final GroupCommit commits;
    private final Runnable appended;
    private volatile boolean closed;

    /**
     * @param tailReadings about how many readings to keep in memory for consumers that keep up
     * @param appended told after each append; must return at once
     */
    public DuckDbLog(
            Database database, Rows rows, SeriesIds ids, Unsettled unsettled, int tailReadings, Runnable appended) {
        this.database = database;
        this.rows = rows;
        this.tail = new Tail(tailReadings);
        this.commits = new GroupCommit(database, ids, unsettled, tail);
        this.appended = appended;
        commits.start();
    }

    @Override
    public void append(List<Batch> batches) {
        commits.append(batches);
        appended.run();
    }

    @Override
    public Subscription subscribe(String group, Assignment assignment) {
        demandOpen();
        return new Member(this, group, assignment);
    }

    @Override
    public Knowledge end() {
        return Knowledge.in(0, tail.last());
    }

    /** Up to where every known group is done; empty without groups. */
    public OptionalLong done() {
        return groups.done();
    }

    /** Those of these numbers that are not duplicates long gone. */
    List<Logged> between(long after, long through) {
        return database.run("读取", session -> rows.list(session, AFTER, List.of(after, through)));
    }

    Tail tail() {
        return tail;
    }

    Groups groups() {
        return groups;
    }

    boolean closed() {
        return closed;
    }

    void demandOpen() {
        if (closed) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值日志已关闭。");
        }
    }

    /** Refuses further calls and ends waiting polls; the file stays open for the store. */
    @Override
    public void close() {
        closed = true;
        commits.close();
        tail.stir();
    }
}
