package cn.zhengai.storage.influxdb.write;

import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.table.Rows;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.Arrays;

/**
 * The newest instant that stands in the store of every series of the partitions that are ours: what is newer meets nothing
 * there. 8 bytes a series. Too new an instant costs a question, too old a one would lose a reading: nothing is ever taken
 * back.
 */
final class Newest {
    private static final int SOME = 1024;

    private final SeriesIndex index;
    private long[] byNumber = {};

    Newest(SeriesIndex index) {
        this.index = index;
    }

    /** Asks the store about all series of a partition. */
    void load(Connection connection, int partition) {
        Rows rows = new Rows(index);
        String where = Literals.is(Schema.PART, String.valueOf(partition));
        connection.ask(
                Schema.select(Rows.LAST, Schema.READING, where, Rows.GROUPS),
                row -> saw(rows.series(row), Rows.at(row)));
    }

    /** This instant stands in the store now. */
    void saw(Series series, long at) {
        int number = number(series);
        if (number >= byNumber.length) {
            int known = byNumber.length;
            byNumber = Arrays.copyOf(byNumber, Math.max(number + SOME, known + known / 2));
            Arrays.fill(byNumber, known, byNumber.length, Long.MIN_VALUE);
        }
        byNumber[number] = Math.max(byNumber[number], at);
    }

    /** Nothing stands there, nor later. */
    boolean isBefore(Series series, long at) {
        int number = number(series);
        return number >= byNumber.length || byNumber[number] < at;
    }

    private int number(Series series) {
        return index.of(series.point(), series.subject()).number();
    }
}
