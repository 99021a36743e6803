package cn.zhengai.storage.jdbc;

import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Step;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The feed of facts. */
final class FactTable {
    private static final String COLUMNS = "fact_id, step, tell, recorded_at, recorded_by, " + WarningRow.COLUMNS;
    private static final String ADD = "INSERT INTO fact (number, " + COLUMNS + ")"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LAST = "SELECT COALESCE(MAX(number), 0) FROM (SELECT MAX(number) AS number FROM fact"
            + " UNION ALL SELECT up_to FROM place WHERE owner = 'facts' AND part = 0) given";
    /** What erasing takes away must not be numbered again: readers of the feed are past it. */
    private static final String REMEMBER = "UPDATE place SET up_to = (SELECT COALESCE(MAX(number), 0) FROM fact)"
            + " WHERE owner = 'facts' AND part = 0 AND up_to < (SELECT COALESCE(MAX(number), 0) FROM fact)";

    static final String AFTER = "SELECT number, " + COLUMNS + " FROM fact WHERE number > ? ORDER BY number LIMIT ?";

    private static final int FACT_PARAMETERS = 6;

    private FactTable() {}

    /** Numbers the facts that are new, in the order given. Other writers of facts wait until the transaction ends. */
    static void add(Handle handle, Dialect dialect, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        queueUp(handle);
        Set<String> known = known(handle, dialect, facts);
        List<Fact> fresh = facts.stream().filter(fact -> known.add(fact.id())).toList();
        long last = handle.select(LAST).mapTo(Long.class).one();
        Rows.insert(
                handle,
                ADD,
                IntStream.range(0, fresh.size()).boxed().toList(),
                index -> parameters(last + 1 + index, fresh.get(index)));
    }

    /** No number is spent on a fact that is known. */
    private static Set<String> known(Handle handle, Dialect dialect, List<Fact> facts) {
        String sql = "SELECT fact_id FROM fact WHERE " + dialect.among("fact_id");
        return new HashSet<>(
                handle.select(sql, dialect.list(facts.stream().map(Fact::id).toList()))
                        .mapTo(String.class)
                        .list());
    }

    /** Numbers rise in the order of commits only while nobody else gives any out before this transaction ends. */
    private static void queueUp(Handle handle) {
        handle.execute("UPDATE place SET up_to = up_to WHERE owner = 'facts' AND part = 0");
    }

    /** Call before facts are erased, in the same transaction. */
    static void rememberLast(Handle handle) {
        queueUp(handle);
        handle.execute(REMEMBER);
    }

    static List<Fact> after(Handle handle, long number, int most) {
        return handle.select(AFTER, number, most).map(Row.as(FactTable::read)).list();
    }

    static List<Fact> of(Handle handle, String warning) {
        return handle.select("SELECT number, " + COLUMNS + " FROM fact WHERE id = ? ORDER BY number", warning)
                .map(Row.as(FactTable::read))
                .list();
    }

    private static @Nullable Object[] parameters(long number, Fact fact) {
        @Nullable Object[] warning = WarningRow.own(fact.warning());
        @Nullable Object[] answer = WarningRow.answer(fact.warning().acknowledgement());
        @Nullable Object[] all = new @Nullable Object[FACT_PARAMETERS + warning.length + answer.length];
        all[0] = number;
        all[1] = fact.id();
        all[2] = fact.step().name();
        all[3] = fact.tell() ? 1 : 0;
        all[4] = Millis.of(fact.recordedAt());
        all[5] = fact.by();
        System.arraycopy(warning, 0, all, FACT_PARAMETERS, warning.length);
        System.arraycopy(answer, 0, all, FACT_PARAMETERS + warning.length, answer.length);
        return all;
    }

    private static Fact read(Row row) throws SQLException {
        return new Fact(
                row.getString("fact_id"),
                row.getLong("number"),
                Rows.constant(Step.class, row, "step"),
                WarningRow.read(row),
                row.getInt("tell") != 0,
                Rows.instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }
}
