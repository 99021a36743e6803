package cn.zhengai.collector.mapping;

import cn.zhengai.core.reading.Reason;
import java.io.IOException;
import java.util.List;

/** Rows of one batch, in the order they stand. */
public interface RowSource {
    /**
     * Hands over every row, once.
     *
     * @param columns names whose cells are wanted; the place of a name is its slot in {@link Row#cell}
     * @throws IOException when the input fails while it is read; rows handed over before stand
     */
    void read(List<String> columns, Rows rows) throws IOException;

    /** Takes rows one by one. */
    interface Rows {
        void row(Row row);

        /**
         * What stands here is no row.
         *
         * @param detail what was found and what to do, in Chinese
         */
        void unreadable(int number, Reason reason, String detail, String raw);

        /** So much that is no row, and need not be, was passed over. */
        void skipped(Skip why, long count);
    }
}
