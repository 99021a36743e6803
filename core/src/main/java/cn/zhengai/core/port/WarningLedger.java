package cn.zhengai.core.port;

import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Warnings, their facts, and how far each warner has come. */
public interface WarningLedger {
    /** Sequence number a consumer has dealt with; 0 before its first turn. */
    long position(String consumer, int partition);

    /**
     * Keeps one turn of a warner: all of it or nothing. Facts whose id is known are left out; a kept warning's
     * acknowledgement is never touched.
     *
     * @throws PortException {@link Trouble#STALE} when the position is not {@code turn.from()}: another owner took over;
     *     {@link Trouble#REFUSED} when the turn would go back
     */
    void keep(Turn turn);

    /** All states ever kept by turns of a partition, newest per series. */
    void states(int partition, Consumer<SeriesState> sink);

    /** A remark kept by a turn, e.g. the digest of a point's rules. */
    Optional<String> mark(String name);

    /** Facts after a number, in order, at most so many. */
    List<Fact> facts(long after, int most);

    /** Facts of one warning, in order. */
    List<Fact> factsOf(String warning);

    Optional<Warning> warning(String id);

    /** Warnings of these series ({@code point/subject}) that are not withdrawn, by raising instant. */
    List<Warning> ofSeries(Collection<String> seriesKeys);

    /** Latest raised first; by id, descending, among those raised at once. */
    List<Warning> find(Query query);

    /** As {@link #find}, counted; offset and limit do not matter. */
    long count(Query query);

    /**
     * Keeps an acknowledgement and its fact.
     *
     * @return empty when there is no such warning; an earlier acknowledgement is replaced, its fact stays
     */
    Optional<Warning> acknowledge(String id, Warning.Acknowledgement acknowledgement);

    /**
     * What one turn changes.
     *
     * @param from the position before, {@code to} after; equal when nothing was consumed (a rebuild)
     */
    record Turn(
            String consumer,
            int partition,
            long from,
            long to,
            List<SeriesState> states,
            List<Warning> warnings,
            List<Fact> facts,
            Map<String, String> marks) {
        public Turn {
            states = List.copyOf(states);
            warnings = List.copyOf(warnings);
            facts = List.copyOf(facts);
            marks = Map.copyOf(marks);
        }
    }

    /**
     * What to look for; empty means any.
     *
     * @param subjects at most 10,000 ids; empty: any
     * @param raisedFrom raised at or after; {@code raisedUntil} raised before
     */
    record Query(
            Optional<Boolean> open,
            Optional<WarningKind> kind,
            Optional<String> point,
            Collection<String> subjects,
            Optional<Instant> raisedFrom,
            Optional<Instant> raisedUntil,
            int offset,
            int limit) {
        /** Of any kind. */
        public Query(
                Optional<Boolean> open,
                Optional<String> point,
                Collection<String> subjects,
                Optional<Instant> raisedFrom,
                Optional<Instant> raisedUntil,
                int offset,
                int limit) {
            this(open, Optional.empty(), point, subjects, raisedFrom, raisedUntil, offset, limit);
        }

        /** All open warnings. */
        public static Query ofOpen(int limit) {
            return new Query(
                    Optional.of(true), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), 0, limit);
        }
    }
}
