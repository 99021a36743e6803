package cn.zhengai.storage.duckdb.log;

import cn.zhengai.core.reading.Logged;
import java.util.List;
import java.util.Optional;

/**
 * Reads on in the log for one consumer: from memory when it keeps up, else from the tables in large steps (each looks
 * for its numbers in tables that are sorted by series, so the step should pay; by range, for "the next so many" would
 * sort all that follows). Used by one thread.
 */
final class Ahead {
    private static final int STEP = 200_000;

    private final DuckDbLog log;
    private List<Logged> step = List.of();
    private int used;
    /** Where the consumer stands when the step is used up: numbers of duplicates that are gone lie below it. */
    private long stepEnd;

    private long scanned;

    Ahead(DuckDbLog log) {
        this.log = log;
    }

    void start(long position) {
        step = List.of();
        used = 0;
        scanned = position;
    }

    /** Numbers were given out that were not looked at. */
    boolean more() {
        return used < step.size() || scanned < log.tail().last();
    }

    /** Every number up to here was looked at. */
    long scanned() {
        return scanned;
    }

    /** What follows, at most so many; may be empty when the next numbers were duplicates. */
    List<Logged> next(int most) {
        if (used == step.size()) {
            Optional<List<Logged>> fresh = log.tail().after(scanned, most);
            if (fresh.isPresent()) {
                scanned += fresh.get().size();
                return fresh.get();
            }
            stepEnd = Math.min(log.tail().last(), scanned + STEP);
            step = log.between(scanned, stepEnd);
            used = 0;
        }
        List<Logged> next = step.subList(used, Math.min(step.size(), used + most));
        used += next.size();
        scanned = used == step.size() ? stepEnd : step.get(used - 1).seq();
        return next;
    }
}
