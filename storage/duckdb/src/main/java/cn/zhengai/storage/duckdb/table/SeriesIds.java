package cn.zhengai.storage.duckdb.table;

import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.file.Session;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBAppender;

/**
 * Which id a series has in the file. Ids are from 1 in order of first use and given once; they need not follow the
 * numbers of the {@link SeriesIndex}, which others fill too. Reading is safe for many threads and takes no lock.
 *
 * <p>An id is known here before its row is durable, so that whoever finds it in a committed row can resolve it. When the
 * transaction fails the id stays, and the next transaction writes the row.
 */
public final class SeriesIds {
    private final SeriesIndex index;
    /** By number in the index; 0: has no id. */
    private volatile int[] idByNumber = new int[1024];
    /** By id; the place 0 is never used. */
    private volatile Series[] seriesById = new Series[1024];

    private volatile int count;
    private int written;

    public SeriesIds(SeriesIndex index) {
        this.index = index;
    }

    /** Highest id given. */
    public int count() {
        return count;
    }

    /** The series of an id that was given. */
    public Series series(int id) {
        return seriesById[id];
    }

    /** The id of a series; 0 when it has none. */
    public int find(Series series) {
        int id = quick(series);
        return id != 0
                ? id
                : index.find(series.point(), series.subject()).map(this::quick).orElse(0);
    }

    /** The series as the index of this process has it. */
    public Series ours(Series series) {
        return isOurs(series) ? series : index.of(series.point(), series.subject());
    }

    /** The very object of our index, and it has an id. */
    public boolean isOurs(Series series) {
        return quick(series) != 0;
    }

    /** The id of a series of our index, given now if need be. One thread at a time. */
    public int give(Series ours) {
        int known = quick(ours);
        return known != 0 ? known : add(ours);
    }

    /** By identity: an equal series of another index has another number. */
    @SuppressWarnings("ReferenceEquality")
    private int quick(Series series) {
        int[] ids = idByNumber;
        if (series.number() < 0 || series.number() >= ids.length) {
            return 0;
        }
        int id = ids[series.number()];
        return id != 0 && seriesById[id] == series ? id : 0;
    }

    private synchronized int add(Series series) {
        int id = count + 1;
        if (id >= seriesById.length) {
            seriesById = Arrays.copyOf(seriesById, 2 * id);
        }
        if (series.number() >= idByNumber.length) {
            idByNumber = Arrays.copyOf(idByNumber, Math.max(2 * idByNumber.length, series.number() + 1));
        }
        seriesById[id] = series;
        idByNumber[series.number()] = id;
        count = id;
        return id;
    }

    /** Takes over what is in the file. */
    public void load(Session session) throws SQLException {
        session.query("SELECT id, point, subject FROM series WHERE id > $1 ORDER BY id", List.of(count), row -> {
            int id = add(index.of(row.getString(2), row.getString(3)));
            if (id != row.getInt(1)) {
                throw new SQLException("corrupt: series " + row.getInt(1) + " stands where " + id + " was expected");
            }
        });
        written = (int) session.number("SELECT coalesce(max(id), 0) FROM series");
    }

    /** Adds rows for ids that have none, inside the transaction of the readings that use them; says the highest. */
    public int write(Session session) throws SQLException {
        int last = count;
        if (last > written) {
            try (DuckDBAppender rows = session.appender("series")) {
                for (int id = written + 1; id <= last; id++) {
                    Series series = seriesById[id];
                    rows.beginRow();
                    rows.append(id).append(series.point()).append(series.subject());
                    rows.endRow();
                }
            }
        }
        return last;
    }

    /** The rows up to this id are durable. */
    public void written(int last) {
        written = last;
    }
}
