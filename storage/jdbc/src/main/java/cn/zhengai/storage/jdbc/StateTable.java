package cn.zhengai.storage.jdbc;

import cn.zhengai.core.warning.SeriesState;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What warners remember, one row per series. */
final class StateTable {
    private static final String COLUMNS = "point, subject, last_at, run, run_first, run_count, open_warning";
    private static final String KEEP = "INSERT INTO series_state (" + COLUMNS + ", part)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (point, subject) DO UPDATE SET last_at = excluded.last_at, run = excluded.run,"
            + " run_first = excluded.run_first, run_count = excluded.run_count, open_warning = excluded.open_warning,"
            + " part = excluded.part";

    private StateTable() {}

    /** @param partition of the log in which these series are */
    static void keep(Handle handle, int partition, List<SeriesState> states) {
        Rows.upsert(handle, KEEP, states, state -> List.of(state.point(), state.subject()), state -> new Object[] {
            state.point(),
            state.subject(),
            state.lastAt(),
            String.valueOf(state.run()),
            state.runFirst(),
            state.runCount(),
            state.openWarning(),
            partition
        });
    }

    static void each(Handle handle, int partition, Consumer<SeriesState> sink) {
        handle.select("SELECT " + COLUMNS + " FROM series_state WHERE part = ?", partition)
                .map(Row.as(StateTable::read))
                .forEach(sink);
    }

    private static SeriesState read(Row row) throws SQLException {
        return new SeriesState(
                row.getString("point"),
                row.getString("subject"),
                row.getLong("last_at"),
                row.getString("run").charAt(0),
                row.getLong("run_first"),
                row.getInt("run_count"),
                row.getString("open_warning"));
    }
}
