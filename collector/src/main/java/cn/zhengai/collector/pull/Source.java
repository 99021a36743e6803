package cn.zhengai.collector.pull;

import cn.zhengai.core.port.Cursors.Cursor;
import java.util.List;

/**
 * Asks a business system for what is new since a cursor. Time is that of the system's watermark, in microseconds: a
 * clock without a zone counts as it is written. Every call may end in a {@link cn.zhengai.core.port.PortException} with
 * {@code UNAVAILABLE} (may work later) or {@code REFUSED} (somebody has to change something), whose message is for people.
 */
public interface Source {
    /** Rows before this instant are not wanted. */
    long start();

    /** One visit; a source has one at a time. */
    Session open();

    /** One visit, for one thread at a time. */
    interface Session extends AutoCloseable {
        /** The system's own clock. */
        long now();

        /** Rows after a place that are committed now, up to and including an instant, by (instant, id). */
        Rows read(Cursor after, long until);

        @Override
        void close();
    }

    /** Rows on their way. */
    interface Rows extends AutoCloseable {
        /** Names of the cells. */
        List<String> columns();

        /** The next rows, at most so many, fewer when they are wide; none at the end. */
        List<PulledRow> next(int most);

        /** Also before the end. */
        @Override
        void close();
    }
}
