package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.WarningLedger.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a search, as SQL with its parameters.
 *
 * @param where with its keyword; empty when everything matches
 */
record WarningSearch(String where, List<Object> parameters) {
    /** The same words as in the index {@code warning_open}: only then is it used. */
    private static final String OPEN = "status IN ('OPEN', 'EASED')";

    static WarningSearch of(Query query, Dialect dialect) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        query.open().ifPresent(open -> conditions.add(open ? OPEN : "NOT " + OPEN));
        query.kind().ifPresent(kind -> {
            conditions.add("kind = ?");
            parameters.add(kind.name());
        });
        query.point().ifPresent(point -> {
            conditions.add("point = ?");
            parameters.add(point);
        });
        if (!query.subjects().isEmpty()) {
            conditions.add(dialect.among("subject"));
            parameters.add(dialect.list(query.subjects()));
        }
        query.raisedFrom().ifPresent(from -> {
            conditions.add("raised_at >= ?");
            parameters.add(Millis.of(from));
        });
        query.raisedUntil().ifPresent(until -> {
            conditions.add("raised_at < ?");
            parameters.add(Millis.of(until));
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return new WarningSearch(where, parameters);
    }

    Object[] with(Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
