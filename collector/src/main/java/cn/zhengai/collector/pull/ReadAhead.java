package cn.zhengai.collector.pull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of which the next lot is fetched while the last is dealt with. */
final class ReadAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    private static final int AT_ONCE = 4000;

    /** Lots that are fetched while the others are dealt with: a page and a little, so that fetching does not rest. */
    private static final int AHEAD = Page.ROWS / AT_ONCE + 1;

    private final Source.Rows rows;
    private final Executor executor;
    private final Deque<CompletableFuture<List<PulledRow>>> coming = new ArrayDeque<>();
    private boolean ended;

    /** @param executor does one task after the other, in the order given */
    ReadAhead(Source.Rows rows, Executor executor) {
        this.rows = rows;
        this.executor = executor;
    }

    List<String> columns() {
        return rows.columns();
    }

    /** None at the end. */
    List<PulledRow> next() {
        while (!ended && coming.size() < AHEAD) {
            coming.add(CompletableFuture.supplyAsync(() -> rows.next(AT_ONCE), executor));
        }
        CompletableFuture<List<PulledRow>> first = coming.poll();
        List<PulledRow> some = first == null ? List.of() : joined(first);
        ended |= some.isEmpty();
        return some;
    }

    private static List<PulledRow> joined(CompletableFuture<List<PulledRow>> lot) {
        try {
            return lot.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Waits for what is being fetched, for nobody else may touch the rows meanwhile. */
    @Override
    public void close() {
        ended = true;
        try {
            CompletableFuture.allOf(coming.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException | CancellationException failed) {
            LOG.debug("what was read ahead is not wanted any more", failed);
        } finally {
            rows.close();
        }
    }
}
