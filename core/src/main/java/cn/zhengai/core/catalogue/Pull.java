package cn.zhengai.core.catalogue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How rows are fetched from the database of a business system.
 *
 * @param query with the named binds {@code :since_instant} and {@code :since_id} of the last row seen, and if wanted
 *     {@code :until}; ordered by the two columns of the watermark
 * @param nightly empty: never compared
 */
public record Pull(Access access, String query, Watermark watermark, Pace pace, Optional<Nightly> nightly) {

    /**
     * How to reach it.
     *
     * @param password as written: {@code ${NAME}} is taken from the environment when it is needed
     * @param fetchSize rows that the driver holds at a time
     * @param timeout of a connection and of each answer
     */
    public record Access(
            String url, Optional<String> user, Optional<String> password, int fetchSize, Duration timeout) {}

    /**
     * The columns of the query by which rows are told apart and ordered.
     *
     * @param instant column that rises when a row is written or changed; rows may become visible out of its order
     * @param id column that tells rows of one instant apart, unique within an instant
     * @param numbered the id is a whole number; else a text
     * @param from rows before this day are never asked for; empty: all since 1970
     * @param zone of a time stamp that carries none; empty: the college's
     */
    public record Watermark(
            String instant,
            Format format,
            String id,
            boolean numbered,
            Optional<LocalDate> from,
            Optional<ZoneId> zone) {}

    /** How the instant of a watermark is kept. */
    public enum Format {
        /** Any SQL date or time stamp. */
        TIMESTAMP,
        /** Whole seconds since 1970. */
        EPOCH_S,
        /** Whole milliseconds since 1970. */
        EPOCH_MS
    }

    /**
     * When and how much is asked for.
     *
     * @param every between two rounds
     * @param safetyLag rows younger than this are left for the next round
     * @param overlap so far back is asked for again each round, for what was committed late
     */
    public record Pace(Duration every, Duration safetyLag, Duration overlap) {}

    /**
     * The nightly comparison.
     *
     * @param at local time in the college's zone
     * @param days how far back
     */
    public record Nightly(LocalTime at, int days) {}
}
