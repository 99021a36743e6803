package cn.zhengai.core.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far each pulled source has come, and which rows were taken of the time that may still change. Time is counted in
 * microseconds of the source's own watermark and cut into spans, named by their first microsecond.
 */
public interface Cursors {
    /** Everything up to here was taken for good; empty before the first {@link #keep}. */
    Optional<Cursor> settled(String source);

    /**
     * Moves the cursor and adds rows, in one transaction. A row that is added is no longer among the vanished; of an id
     * that is there already the later digest counts.
     *
     * @throws PortException {@link Trouble#STALE} when the cursor is not where the advance starts
     */
    void keep(Advance advance);

    /** Count and sum of every span from this one on that has rows, by time. */
    List<Span> spans(String source, long from);

    /** The rows of one span, any order, each id once. */
    List<RowDigest> rows(String source, long span);

    /** Replaces the rows of a span, and adds to the vanished, in one transaction; rows named are no longer among those. */
    void correct(Correction correction);

    /** Keeps when a source was last compared. */
    void compared(String source, Instant at);

    /** When it was last compared. */
    Optional<Instant> comparedAt(String source);

    /** Rows that were taken once and are no longer in the source; last found first. */
    List<Vanished> vanished(String source, int most);

    /**
     * A place in the order of (instant, id).
     *
     * @param id empty: before every row of the instant
     */
    record Cursor(long instant, String id) {
        /** Before every row of an instant. */
        public static Cursor startOf(long instant) {
            return new Cursor(instant, "");
        }
    }

    /** A row by its id, and what it said as 64 bits. */
    record RowDigest(String id, long digest) {}

    /**
     * What is kept of a span.
     *
     * @param digests sum of all digests, wrapping around
     */
    record Span(long start, long rows, long digests) {}

    /**
     * Rows added to a span.
     *
     * @param more how many of the ids are new to the span
     * @param change of the sum of digests, wrapping around
     */
    record Added(long start, List<RowDigest> rows, long more, long change) {
        public Added {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One step forward.
     *
     * @param from the cursor before; empty: there was none
     * @param forgetBefore spans before this one are no longer needed
     */
    record Advance(String source, Optional<Cursor> from, Cursor to, List<Added> added, long forgetBefore) {
        public Advance {
            added = List.copyOf(added);
        }
    }

    /**
     * A span as it stands in the source now.
     *
     * @param vanished ids of rows that are gone from it and turn up nowhere else
     */
    record Correction(String source, long span, List<RowDigest> rows, List<String> vanished, Instant at) {
        public Correction {
            rows = List.copyOf(rows);
            vanished = List.copyOf(vanished);
        }
    }

    /** A row that is no longer in its source; what it said stays. */
    record Vanished(String id, long span, Instant foundAt) {}
}
