package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.warning.Notice;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Notices in their table, with routing's place. */
final class OutboxTables implements Outbox {
    private static final String ROUTING = "routing";
    private static final String COLUMNS = "id, fact, warning, unit, channel, address, title, body, machine, created_at,"
            + " state, attempts, next_at, answer";
    private static final String PUT = "INSERT INTO notice (" + COLUMNS + ")"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, '') ON CONFLICT (id) DO NOTHING";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM notice";
    static final String OF_WARNING = SELECT + " WHERE warning = ? ORDER BY number";

    static final String DUE = SELECT + " WHERE state = 'WAITING' AND next_at <= ? ORDER BY next_at, number LIMIT ?";

    /** Delivered stays delivered, whatever a slower attempt says. */
    private static final String SETTLE = "UPDATE notice SET state = ?, attempts = ?, next_at = ?, answer = ?,"
            + " held_by = '', held_until = 0 WHERE id = ? AND state <> 'DELIVERED'";

    private static final String HASTEN =
            "UPDATE notice SET next_at = ? WHERE state = 'WAITING' AND channel = ? AND next_at > ?";

    private final Database database;

    OutboxTables(Database database) {
        this.database = database;
    }

    @Override
    public long routedUpTo() {
        return database.read("读取通知进度", handle -> Places.of(handle, ROUTING, 0));
    }

    @Override
    public void put(long from, long to, List<Notice> notices) {
        database.write("保存通知", handle -> {
            Places.move(handle, ROUTING, 0, from, to);
            Rows.insert(handle, PUT, notices, OutboxTables::parameters);
            return notices;
        });
    }

    private static Object[] parameters(Notice one) {
        long createdAt = Millis.of(one.createdAt());
        return new Object[] {
            one.id(),
            one.fact(),
            one.warning(),
            one.unit(),
            one.channel(),
            one.address(),
            one.title(),
            one.text(),
            one.data(),
            createdAt,
            createdAt
        };
    }

    @Override
    public List<Kept> due(Instant now, int most) {
        return database.read("读取待发通知", handle -> select(handle, DUE, Millis.of(now), most));
    }

    /** Asked often and mostly in vain, so it is looked up before anything is written. */
    @Override
    public List<Kept> take(String dispatcher, Instant now, Duration hold, int most) {
        long at = Millis.of(now);
        String any = "SELECT EXISTS (SELECT 1 FROM notice WHERE " + free(database.dialect()) + ")";
        boolean some = database.read(
                "读取待发通知",
                handle ->
                        handle.select(any, at, dispatcher).mapTo(Boolean.class).one());
        if (!some) {
            return List.of();
        }
        String sql = take(database.dialect());
        return database
                .write(
                        "领取待发通知",
                        handle -> handle.select(sql, at, dispatcher, most, dispatcher, hold.toMillis())
                                .map(Row.as(Taken::read))
                                .list())
                .stream()
                .sorted(Comparator.comparing(Taken::next).thenComparing(Taken::number))
                .map(Taken::kept)
                .toList();
    }

    @Override
    public void settle(String id, Notice.Standing standing) {
        Object[] parameters = {
            standing.state().name(), standing.attempts(), Millis.of(standing.next()), standing.answer(), id
        };
        database.write("保存通知结果", handle -> {
            if (handle.execute(SETTLE, parameters) == 0
                    && select(handle, SELECT + " WHERE id = ?", id).isEmpty()) {
                throw new PortException(Trouble.REFUSED, "没有编号为 " + id + " 的通知");
            }
            return id;
        });
    }

    @Override
    public List<Kept> recent(int most) {
        return database.read("读取通知", handle -> select(handle, SELECT + " ORDER BY number DESC LIMIT ?", most));
    }

    @Override
    public List<Kept> ofWarning(String warning) {
        return database.read("读取通知", handle -> select(handle, OF_WARNING, warning));
    }

    @Override
    public Map<Notice.State, Long> counts() {
        Map<Notice.State, Long> counts = new EnumMap<>(Notice.State.class);
        for (Notice.State state : Notice.State.values()) {
            counts.put(state, 0L);
        }
        String sql = "SELECT state, COUNT(*) AS total FROM notice GROUP BY state";
        database.read(
                        "统计通知",
                        handle -> handle.select(sql)
                                .map(Row.as(row -> Map.entry(
                                        Rows.constant(Notice.State.class, row, "state"), row.getLong("total"))))
                                .list())
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    @Override
    public void hasten(String channel, Instant to) {
        long at = Millis.of(to);
        database.write("提前待发通知", handle -> handle.execute(HASTEN, at, channel, at));
    }

    @Override
    public Map<String, Long> waiting() {
        String sql = "SELECT channel, COUNT(*) AS total FROM notice WHERE state = 'WAITING' GROUP BY channel";
        Map<String, Long> waiting = new HashMap<>();
        database.read(
                        "统计待发通知",
                        handle -> handle.select(sql)
                                .map(Row.as(row -> Map.entry(row.getString("channel"), row.getLong("total"))))
                                .list())
                .forEach(one -> waiting.put(one.getKey(), one.getValue()));
        return waiting;
    }

    private static List<Kept> select(Handle handle, String sql, Object... parameters) {
        return handle.select(sql, parameters).map(Row.as(OutboxTables::read)).list();
    }

    static String take(Dialect dialect) {
        return "WITH free AS MATERIALIZED (SELECT number FROM notice WHERE " + free(dialect)
                + " ORDER BY next_at, number LIMIT ?" + dialect.takingFree()
                + ") UPDATE notice SET held_by = ?, held_until = " + dialect.clock()
                + " + ? WHERE number IN (SELECT number FROM free) RETURNING number, " + COLUMNS;
    }

    private static String free(Dialect dialect) {
        return "state = 'WAITING' AND next_at <= ? AND (held_by = ? OR held_until <= " + dialect.clock() + ")";
    }

    private record Taken(long number, Kept kept) {
        static Taken read(Row row) throws SQLException {
            return new Taken(row.getLong("number"), OutboxTables.read(row));
        }

        Instant next() {
            return kept.standing().next();
        }
    }

    private static Kept read(Row row) throws SQLException {
        Notice notice = new Notice(
                row.getString("id"),
                row.getLong("fact"),
                row.getString("warning"),
                row.getString("unit"),
                row.getString("channel"),
                row.getString("address"),
                row.getString("title"),
                row.getString("body"),
                row.getString("machine"),
                Rows.instant(row, "created_at"));
        Notice.Standing standing = new Notice.Standing(
                Rows.constant(Notice.State.class, row, "state"),
                row.getInt("attempts"),
                Rows.instant(row, "next_at"),
                row.getString("answer"));
        return new Kept(notice, standing);
    }
}
