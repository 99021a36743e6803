package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Warnings, states, facts and marks in their tables. */
final class WarningTables implements WarningLedger {
    private static final String KEEP = "INSERT INTO warning (" + WarningRow.OWN_COLUMNS + ")"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            + " kind = excluded.kind, point = excluded.point, subject = excluded.subject,"
            + " severity = excluded.severity, status = excluded.status, first_at = excluded.first_at,"
            + " raised_at = excluded.raised_at, raised_value = excluded.raised_value,"
            + " cleared_at = excluded.cleared_at,"
            + " told = CASE WHEN warning.told = 1 THEN 1 ELSE excluded.told END";
    private static final String MARK =
            "INSERT INTO mark (name, remark) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET remark = excluded.remark";
    private static final String SELECT = "SELECT " + WarningRow.COLUMNS + " FROM warning";

    private final Database database;

    WarningTables(Database database) {
        this.database = database;
    }

    @Override
    public long position(String consumer, int partition) {
        return database.read("读取预警进度", handle -> Places.of(handle, owner(consumer), partition));
    }

    @Override
    public void keep(Turn turn) {
        database.write("保存预警", handle -> {
            Places.move(handle, owner(turn.consumer()), turn.partition(), turn.from(), turn.to());
            StateTable.keep(handle, turn.partition(), turn.states());
            Rows.upsert(handle, KEEP, turn.warnings(), Warning::id, WarningRow::own);
            FactTable.add(handle, database.dialect(), turn.facts());
            Rows.insert(handle, MARK, List.copyOf(turn.marks().entrySet()), WarningTables::parameters);
            return turn;
        });
    }

    private static Object[] parameters(Map.Entry<String, String> mark) {
        return new Object[] {mark.getKey(), mark.getValue()};
    }

    private static String owner(String consumer) {
        return "warner " + consumer;
    }

    @Override
    public void states(int partition, Consumer<SeriesState> sink) {
        database.read("读取序列状态", handle -> {
            StateTable.each(handle, partition, sink);
            return handle;
        });
    }

    @Override
    public Optional<String> mark(String name) {
        return database.read(
                "读取标记",
                handle -> handle.select("SELECT remark FROM mark WHERE name = ?", name)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public List<Fact> facts(long after, int most) {
        return database.read("读取预警事实", handle -> FactTable.after(handle, after, most));
    }

    @Override
    public List<Fact> factsOf(String warning) {
        return database.read("读取预警事实", handle -> FactTable.of(handle, warning));
    }

    @Override
    public Optional<Warning> warning(String id) {
        return database.read(
                "读取预警",
                handle -> select(handle, SELECT + " WHERE id = ?", id).stream().findFirst());
    }

    @Override
    public List<Warning> ofSeries(Collection<String> seriesKeys) {
        String sql = ofSeriesSql(database.dialect());
        return database.read(
                "读取预警", handle -> select(handle, sql, database.dialect().list(seriesKeys)));
    }

    static String ofSeriesSql(Dialect dialect) {
        return SELECT + " WHERE " + dialect.among("series") + " AND status <> 'WITHDRAWN' ORDER BY raised_at, id";
    }

    @Override
    public List<Warning> find(Query query) {
        WarningSearch search = WarningSearch.of(query, database.dialect());
        Object[] parameters = search.with(query.limit(), query.offset());
        return database.read("查询预警", handle -> select(handle, findSql(search), parameters));
    }

    static String findSql(WarningSearch search) {
        return SELECT + search.where() + " ORDER BY raised_at DESC, id DESC LIMIT ? OFFSET ?";
    }

    @Override
    public long count(Query query) {
        WarningSearch search = WarningSearch.of(query, database.dialect());
        return database.read(
                "统计预警",
                handle -> handle.select("SELECT COUNT(*) FROM warning" + search.where(), search.with())
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public Optional<Warning> acknowledge(String id, Warning.Acknowledgement given) {
        String sql =
                "UPDATE warning SET ack_by = ?, ack_at = ?, ack_note = ? WHERE id = ? RETURNING " + WarningRow.COLUMNS;
        return database.write("保存确认", handle -> {
            Optional<Warning> answered =
                    select(handle, sql, given.by(), Millis.of(given.at()), given.note(), id).stream()
                            .findFirst();
            answered.ifPresent(
                    after -> FactTable.add(handle, database.dialect(), List.of(Fact.acknowledged(after, given))));
            return answered;
        });
    }

    private static List<Warning> select(Handle handle, String sql, Object... parameters) {
        return handle.select(sql, parameters).map(Row.as(WarningRow::read)).list();
    }
}
